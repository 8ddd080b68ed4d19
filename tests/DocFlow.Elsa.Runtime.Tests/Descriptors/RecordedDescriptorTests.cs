using System.Text.Json.Nodes;

namespace DocFlow.Elsa.Runtime.Tests.Descriptors;

/// <summary>Each activity type that we share with Elsa is described as the real server describes it; texts are ours.</summary>
public sealed class RecordedDescriptorTests
{
    // Types of the real server that are not offered.
    private static readonly Dictionary<string, string> NotOffered = new()
    {
        ["Elsa.CompleteAlterationPlan"] = "no alterations",
        ["Elsa.SubmitAlterationPlan"] = "no alterations",
        ["Elsa.AlterationPlanCompleted"] = "no alterations",
        ["Elsa.GenerateAlterationJobs"] = "no alterations",
        ["Elsa.DispatchAlterationJobs"] = "no alterations",
        ["Elsa.DownloadHttpFile"] = "files come into documents by people, not by workflows",
        ["Elsa.WriteFileHttpResponse"] = "files leave through the office's own pages, which know who may read them",
        ["Elsa.Inline"] = "code-first only",
        ["Elsa.RunCSharp"] = "designers don't run code on the server",
        ["Elsa.StateMachine"] = "not implemented",
        ["Elsa.Workflows.Activities.DynamicActivity"] = "code-first only",
        ["Elsa.Workflows.Management.Activities.HostMethod.HostMethodActivity"] = "code-first only",
        ["Elsa.Workflows.Management.Activities.WorkflowDefinitionActivity.WorkflowDefinitionActivity"] = "the base of workflows used as activities, never named by JSON",
    };

    // Places where ours differ on purpose: type, then place → reason.
    private static readonly Dictionary<(string Type, string Place), string> KnowinglyOtherwise = new()
    {
        [("Elsa.ForEach", "inputs.autoEvaluate")] = "the items are evaluated anew in each burst, as the real engine does whatever it says",
        [("Elsa.Switch", "outputs")] = "the real Output is never set",
        [("Elsa.Workflow", "outputs")] = "the workflow's outputs are its own, Result is never set",
    };

    public static TheoryData<string> Shared() => new(Described.Recorded.Keys.Except(NotOffered.Keys).Where(Offered).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Shared))]
    public async Task A_shared_activity_is_described_as_recorded(string typeName)
    {
        var recorded = Described.Recorded[typeName];
        var ours = Described.ToJson(await Described.OneAsync(typeName)).AsObject();

        var differences = recorded.SelectMany(field => Differences(field.Key, field.Value, ours[field.Key])).Where(difference => !KnowinglyOtherwise.ContainsKey((typeName, difference.Split(':')[0])));

        Assert.Equal("", string.Join("\n", differences));
    }

    [Fact]
    public void What_is_not_offered_is_not_there() => Assert.All(NotOffered.Keys, name => Assert.False(Offered(name), name));

    [Fact]
    public async Task What_designers_look_up_by_name_is_always_there_and_hidden()
    {
        var all = (await Described.AllAsync()).ToDictionary(descriptor => descriptor.TypeName);

        Assert.All(new[] { "Elsa.NotFoundActivity", "Elsa.Flowchart", "Elsa.Workflow", "Elsa.Sequence" }, name => Assert.False(all[name].IsBrowsable, name));
    }

    [Fact]
    public async Task Type_name_and_version_are_unique()
    {
        var all = await Described.AllAsync();

        Assert.Equal(all.Count, all.DistinctBy(descriptor => (descriptor.TypeName, descriptor.Version)).Count());
    }

    private static bool Offered(string name) => Described.Catalog.ActivityAsync(name, CancellationToken.None).GetAwaiter().GetResult() is not null;

    private static IEnumerable<string> Differences(string place, JsonNode? recorded, JsonNode? ours)
    {
        if (recorded is JsonObject fields)
        {
            if (ours is not JsonObject)
                return [$"{place}: recorded {recorded.ToJsonString()}, ours {ours?.ToJsonString()}"];
            var ourFields = ours.AsObject();
            return fields.Where(field => field.Key != "text").SelectMany(field => Differences($"{place}.{field.Key}", field.Value, ourFields[field.Key]));
        }

        if (recorded is JsonArray items && ours is JsonArray ourItems)
        {
            // A choice that the real server lists twice is offered once.
            var list = place.EndsWith(".items", StringComparison.Ordinal) ? items.DistinctBy(item => item!["value"]!.GetValue<string>()).ToList() : [.. items];
            if (list.Count != ourItems.Count)
                return [$"{place}: recorded {Names(list)}, ours {Names(ourItems)}"];
            return list.Zip(ourItems).SelectMany((pair, index) => Differences($"{place}{(place is "inputs" or "outputs" or "ports" ? "" : $"[{index}]")}", pair.First, pair.Second));
        }

        if (place.EndsWith(".adornmentText", StringComparison.Ordinal) || JsonNode.DeepEquals(recorded, ours))
            return [];
        return [$"{place}: recorded {recorded?.ToJsonString()}, ours {ours?.ToJsonString()}"];
    }

    private static string Names(IEnumerable<JsonNode?> items) => string.Join(", ", items.Select(item => item is JsonObject named ? (named["name"] ?? named["value"])?.ToString() : item?.ToJsonString()));
}
