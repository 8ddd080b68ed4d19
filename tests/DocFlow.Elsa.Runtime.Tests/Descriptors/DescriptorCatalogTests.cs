using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Descriptors;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Elsa.Runtime.Tests.Descriptors;

/// <summary>Drop-downs asked at request time, our own activities, and the other lists.</summary>
public sealed class DescriptorCatalogTests
{
    [Fact]
    public async Task A_human_step_offers_the_offices_posts()
    {
        var post = (await Described.OneAsync("DocFlow.Review")).Inputs.Single(input => input.Name == "Post");

        Assert.Equal("dropdown", post.UiHint);
        Assert.Equal("|拟稿人|拟稿人的上级|分管领导|上一办理人|会签单位|本科室|本科室/科长|办公室领导/主任|秘书一科/科长|科室:秘书一科|字段:签发人|字段:主送|字段:抄送|字段:发文机关|字段:印发机关|字段:出席|字段:列席|field:units|field:tasks.units|person:hemin", Values(Described.ToJson(post.UiSpecifications).ToJsonString()));
    }

    [Theory]
    [InlineData("Completion", "会签规则", "全部同意|任一同意|达到比例")]
    [InlineData("OnReturn", "退回时", "取消其余未办|等其余办完")]
    [InlineData("WhenNobody", "找不到办理人时", "略过并注明|停住并说明|交给上级")]
    public async Task Countersigning_offers_its_rules_in_words(string property, string shown, string values)
    {
        var input = (await Described.OneAsync("DocFlow.Countersign")).Inputs.Single(input => input.Name == property);

        Assert.Equal(("dropdown", shown, values), (input.UiHint, input.DisplayName, Values(Described.ToJson(input.UiSpecifications).ToJsonString())));
    }

    [Theory]
    [InlineData("Post")]
    [InlineData("post")]
    public async Task The_posts_are_asked_anew_for_a_request(string property)
    {
        var options = await Described.Catalog.OptionsAsync("DocFlow.Review", property, JsonDocument.Parse("{}").RootElement, CancellationToken.None);

        Assert.Equal("|拟稿人|拟稿人的上级|分管领导|上一办理人|会签单位|本科室|本科室/科长|办公室领导/主任|秘书一科/科长|科室:秘书一科|字段:签发人|字段:主送|字段:抄送|字段:发文机关|字段:印发机关|字段:出席|字段:列席|field:units|field:tasks.units|person:hemin", Values(Described.ToJson(options).ToJsonString()));
    }

    [Fact]
    public void What_is_kept_in_the_log_when_nothing_was_chosen_is_offered_first() => Assert.Equal(
        ["Include", "Exclude", "Inherit"], Described.Catalog.LogPersistenceStrategies.Select(strategy => strategy.TypeName.Split(',')[0].Split('.')[^1]));

    [Theory]
    [InlineData("DocFlow.Review", "Nothing")]
    [InlineData("DocFlow.Nothing", "Post")]
    public async Task What_does_not_exist_has_no_options(string type, string property) =>
        Assert.Empty(await Described.Catalog.OptionsAsync(type, property, default, CancellationToken.None));

    [Theory]
    [InlineData("DocFlow.Draft", "拟稿", "送审")]
    [InlineData("DocFlow.Review", "审核", "同意,退回")]
    [InlineData("DocFlow.Countersign", "会签", "同意,退回")]
    [InlineData("DocFlow.Sign", "签发", "签发,退回")]
    [InlineData("DocFlow.Recheck", "复核", "通过,退回")]
    [InlineData("DocFlow.AssignNumber", "编号登记", "Done")]
    [InlineData("DocFlow.Archive", "归档", "Done")]
    public async Task Our_own_activities_show_the_offices_words_and_keep_their_outcomes(string type, string name, string outcomes)
    {
        var descriptor = await Described.OneAsync(type);

        Assert.Equal(("公文办理", name, outcomes), (descriptor.Category, descriptor.DisplayName, string.Join(',', descriptor.Ports.Select(port => port.Name))));
    }

    [Fact]
    public void Features_come_from_the_engine_and_from_other_projects()
    {
        var services = new ServiceCollection().AddSingleton(new InstalledFeature("RealTimeWorkflowUpdates", "Elsa", "实时更新", "")).BuildServiceProvider();

        var features = new DescriptorCatalog(new ActivityRegistry(), services).Features;

        Assert.Contains(features, feature => feature.FullName == "Elsa.RealTimeWorkflowUpdates");
        Assert.DoesNotContain(Described.Catalog.Features, feature => feature.FullName == "Elsa.RealTimeWorkflowUpdates");
    }

    // As recorded: descriptors/expression-descriptors, variables, storage-drivers, incident-strategies, workflow-activation-strategies.
    [Fact]
    public void Lists_name_what_the_real_server_names()
    {
        var catalog = Described.Catalog;

        Assert.Equal("Literal Object Json Variable Input JavaScript Liquid", string.Join(' ', catalog.Expressions.Select(item => item.Type)));
        Assert.Equal("Variable Input JavaScript Liquid", string.Join(' ', catalog.Expressions.Where(item => item.IsBrowsable).Select(item => item.Type)));
        Assert.Equal(
            "Object String Boolean Int32 Long Single Double Decimal Guid DateTime DateTimeOffset TimeSpan StringDictionary ObjectDictionary JSON JsonElement JsonNode JsonObject ByteArray",
            string.Join(' ', catalog.Variables.Select(item => item.TypeName)));
        Assert.Equal(
            """[["Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",5,false],["Elsa.Workflows.MemoryStorageDriver, Elsa.Workflows.Core",0,false],["Elsa.Workflows.Services.WorkflowStorageDriver, Elsa.Workflows.Core",-1,true]]""",
            JsonSerializer.Serialize(catalog.StorageDrivers.Select(item => new object[] { item.TypeName, item.Priority, item.Deprecated })));
        Assert.Equal("ContinueWithIncidentsStrategy FaultStrategy", string.Join(' ', catalog.IncidentStrategies.Select(item => item.TypeName)));
        Assert.Equal(
            [
                "Elsa.Workflows.ActivationValidators.AllowAlwaysStrategy, Elsa.Workflows.Core",
                "Elsa.Workflows.Runtime.ActivationValidators.CorrelatedSingletonStrategy, Elsa.Workflows.Runtime",
                "Elsa.Workflows.Runtime.ActivationValidators.CorrelationStrategy, Elsa.Workflows.Runtime",
                "Elsa.Workflows.Runtime.ActivationValidators.SingletonStrategy, Elsa.Workflows.Runtime",
            ],
            catalog.ActivationStrategies.Select(item => item.TypeName));
        Assert.Empty(catalog.OutputConverters("Object", "String"));
    }

    private static string Values(string json) =>
        string.Join('|', JsonDocument.Parse(json).RootElement.GetProperty("dropdown").GetProperty("selectList").GetProperty("items").EnumerateArray().Select(item => item.GetProperty("value").GetString()));
}
