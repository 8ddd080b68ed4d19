using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Descriptors;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Elsa.Runtime.Tests.Descriptors;

/// <summary>Published workflows that are usable as activities.</summary>
public sealed class WorkflowDescriptorTests
{
    private const string Child = """
        {"inputs":[{"type":"Int32","name":"Amount","displayName":"Amount","description":"","category":"","uiHint":"single-line"}],
         "outputs":[{"type":"String","name":"Result","displayName":"Result","description":""}],"outcomes":["同意"]}
        """;

    // Recorded from the real server, which was asked for “PeerChild”, without outcomes.
    private const string Recorded = """
        {"typeName":"PeerChild","name":"PeerChild","version":1,"displayName":"Peer child",
         "inputs":[{"isWrapped":true,"uiHint":"single-line","category":"","isSensitive":false,"autoEvaluate":true,"name":"Amount","typeName":"Int32","displayName":"Amount","description":"","order":0,"isBrowsable":true,"isSynthetic":true}],
         "outputs":[{"name":"Result","typeName":"String","displayName":"Result","description":"","order":0,"isBrowsable":true,"isSynthetic":true}],
         "kind":"Action","runAsynchronously":false,
         "customProperties":{"RootType":"WorkflowDefinitionActivity","WorkflowDefinitionId":"peer-child","WorkflowDefinitionVersionId":"851d803c2c01f5f"},
         "constructionProperties":{"WorkflowDefinitionId":"peer-child","WorkflowDefinitionVersionId":"851d803c2c01f5f","Version":1},
         "isContainer":false,"isBrowsable":true,"isStart":false,"isTerminal":false}
        """;

    [Fact]
    public async Task A_usable_workflow_is_described_as_recorded()
    {
        var ours = Described.ToJson((await AllAsync("PeerChild")).Single(descriptor => descriptor.TypeName == "PeerChild"));

        Assert.All(JsonNode.Parse(Recorded)!.AsObject(), field => Assert.Equal("", string.Join("; ", Missing(field.Key, field.Value, ours[field.Key]))));
        Assert.Null(ours["namespace"]);
    }

    [Fact]
    public async Task Its_outcomes_are_ports()
    {
        var ports = (await AllAsync("PeerChild")).Single(descriptor => descriptor.TypeName == "PeerChild").Ports;

        Assert.Equal([("Root", PortType.Embedded, false), ("同意", PortType.Flow, true)], ports.Select(port => (port.Name, port.Type, port.IsBrowsable)));
    }

    [Fact]
    public async Task A_workflow_does_not_hide_an_activity_of_its_name() =>
        Assert.Equal("如果", (await AllAsync("Elsa.If")).Single(descriptor => descriptor.TypeName == "Elsa.If").DisplayName);

    private static Task<IReadOnlyList<ActivityDescriptor>> AllAsync(string typeName)
    {
        var services = new ServiceCollection().AddSingleton<IUsableWorkflows>(new One(new UsableWorkflow(typeName, "peer-child", "851d803c2c01f5f", 1, true, "Peer child", null, null, Child))).BuildServiceProvider();
        return new DescriptorCatalog(new ActivityRegistry(), services).ActivitiesAsync(CancellationToken.None);
    }

    private static IEnumerable<string> Missing(string place, JsonNode? recorded, JsonNode? ours) => recorded switch
    {
        JsonObject fields => fields.SelectMany(field => Missing($"{place}.{field.Key}", field.Value, ours?[field.Key])),
        JsonArray items => items.SelectMany((item, index) => Missing($"{place}[{index}]", item, ours?[index])),
        _ => JsonNode.DeepEquals(recorded, ours) ? [] : [$"{place}: recorded {recorded?.ToJsonString()}, ours {ours?.ToJsonString()}"],
    };

    private sealed class One(UsableWorkflow workflow) : IUsableWorkflows
    {
        public IReadOnlyList<UsableWorkflow> Published => [workflow];

        public UsableWorkflow? ByType(string typeName, int? version) => workflow;

        public UsableWorkflow? ByVersionId(string versionId) => workflow;

        public UsableWorkflow? ByDefinitionId(string definitionId) => workflow;
    }
}
