using System.Security.Claims;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Definitions;
using DocFlow.Elsa.Api.Tests.Replay;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Descriptors;
using DocFlow.Elsa.Runtime.Management;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Elsa.Api.Tests.Definitions;

/// <summary>What the real server answered to a saved model, without storing anything.</summary>
public sealed class DefinitionModelWriterTests
{
    private static readonly ClaimsPrincipal Administrator = new(new ClaimsIdentity([new Claim("permissions", "*")], "test"));

    private readonly DefinitionModelWriter _writer = Writer();

    [Theory]
    [InlineData("024")]
    [InlineData("025")]
    [InlineData("095")]
    [InlineData("103")]
    [InlineData("109")]
    [InlineData("140")]
    public async Task A_saved_model_is_answered_as_the_real_server_does(string number)
    {
        var recording = Recording.Of(number);
        var expected = recording.ResponseBody!["workflowDefinition"]!;

        var written = await _writer.WriteAsync(Stored(recording.RequestBody!["model"]!, expected), Administrator);

        Assert.Empty(new BodyComparison().Compare(expected, written));
    }

    [Fact]
    public async Task What_was_written_is_written_the_same_again()
    {
        var recording = Recording.Of("025");
        var first = await _writer.WriteFileAsync(Stored(recording.RequestBody!["model"]!, recording.ResponseBody!["workflowDefinition"]!));

        var second = await _writer.WriteFileAsync(Stored(first, recording.ResponseBody["workflowDefinition"]!));

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal("$schema", first.First().Key);
    }

    [Fact]
    public async Task An_unknown_activity_comes_back_when_its_type_is_known_again()
    {
        var root = JsonNode.Parse("""{"id":"a","type":"Elsa.NotFoundActivity","version":1,"missingTypeName":"Elsa.WriteLine","originalActivityJson":"{\"id\":\"a\",\"type\":\"Elsa.WriteLine\",\"text\":{\"typeName\":\"String\",\"expression\":{\"type\":\"Literal\",\"value\":\"x\"}}}"}""");

        var written = await _writer.WriteAsync(Stored(new JsonObject { ["root"] = root }, null));

        Assert.Equal("Elsa.WriteLine", (string?)written["root"]!["type"]);
        Assert.Equal("x", (string?)written["root"]!["text"]!["expression"]!["value"]);
    }

    [Fact]
    public async Task A_connection_that_leaves_an_unknown_activity_is_parked_and_comes_back_when_its_type_is_known()
    {
        const string Model = """
            {"root":{"id":"f","type":"Elsa.Flowchart","activities":[{"id":"a","type":"Elsa.Start"},{"id":"x","type":"TYPE"},{"id":"b","type":"Elsa.End"}],
             "connections":[{"source":{"activity":"a","port":"Done"},"target":{"activity":"x","port":"In"}},{"source":{"activity":"x","port":"Done"},"target":{"activity":"b","port":"In"}}]}}
            """;
        const string ToUnknown = """{"source":{"activity":"a","port":"Done"},"target":{"activity":"x","port":"In"},"vertices":[]}""";
        const string FromUnknown = """{"source":{"activity":"x","port":"Done"},"target":{"activity":"b","port":"In"},"vertices":[]}""";

        var parked = await _writer.WriteFileAsync(Stored(JsonNode.Parse(Model.Replace("TYPE", "No.Such", StringComparison.Ordinal))!, null));
        var same = await _writer.WriteFileAsync(Stored(parked, null));
        // As if the type had been installed since.
        var known = JsonNode.Parse(parked.ToJsonString().Replace("No.Such", "Elsa.WriteLine", StringComparison.Ordinal))!;
        var back = await _writer.WriteFileAsync(Stored(known, null));

        Assert.Equal($"[{ToUnknown}]", parked["root"]!["connections"]!.ToJsonString());
        Assert.Equal($"[{FromUnknown}]", parked["root"]!["customProperties"]!["notFoundConnections"]!.ToJsonString());
        Assert.Equal(parked.ToJsonString(), same.ToJsonString());
        Assert.Equal("Elsa.WriteLine", (string?)back["root"]!["activities"]![1]!["type"]);
        Assert.Equal($"[{ToUnknown},{FromUnknown}]", back["root"]!["connections"]!.ToJsonString());
        Assert.Empty(back["root"]!["customProperties"]!["notFoundConnections"]!.AsArray());
    }

    [Fact]
    public async Task An_account_that_may_not_change_definitions_gets_no_link_to_change_them()
    {
        var reader = new ClaimsPrincipal(new ClaimsIdentity([new Claim("permissions", "read:*")], "test"));

        var links = (await _writer.WriteAsync(Stored(new JsonObject(), null), reader))["links"]!.AsArray().Select(link => (string?)link!["rel"]);

        Assert.DoesNotContain("publish", links);
    }

    [Fact]
    public async Task Old_forms_are_written_in_the_present_one()
    {
        var model = JsonNode.Parse("""
            {"root":{"id":"f","type":"Elsa.Flowchart","activities":[{"id":"a","type":"Elsa.Event","canStartWorkflow":true,"eventName":"Go"},{"id":"b","type":"Elsa.End"}],
             "connections":[{"source":"a","target":"b","sourcePort":"Done","targetPort":"In"},{"source":"a","target":"gone"}]}}
            """)!;

        var root = (await _writer.WriteAsync(Stored(model, null)))["root"]!;

        var connection = Assert.Single(root["connections"]!.AsArray())!;
        Assert.Equal("""{"source":{"activity":"a","port":"Done"},"target":{"activity":"b","port":"In"},"vertices":[]}""", connection.ToJsonString());
        Assert.True((bool)root["activities"]![0]!["customProperties"]!["canStartWorkflow"]!);
        Assert.Equal("""{"typeName":"String","expression":{"type":"Literal","value":"Go"}}""", root["activities"]![0]!["eventName"]!.ToJsonString());
    }

    [Fact]
    public async Task What_is_set_for_the_first_time_without_a_type_gets_the_types_own()
    {
        var model = JsonNode.Parse("""
            {"root":{"id":"f","type":"Elsa.Flowchart","activities":[
              {"id":"a","type":"Elsa.SetVariable","value":{"typeName":null,"expression":{"type":"JavaScript","value":"2 * 21"},"memoryReference":null}},
              {"id":"b","type":"Elsa.RunTask","taskName":{"expression":{"type":"Literal","value":"unset"}},"result":{"typeName":null,"memoryReference":{"id":"v"}}}]}}
            """)!;

        var activities = (await _writer.WriteAsync(Stored(model, null)))["root"]!["activities"]!;

        Assert.Equal("""{"typeName":"Object","expression":{"type":"JavaScript","value":"2 * 21"}}""", activities[0]!["value"]!.ToJsonString());
        Assert.Equal("""{"typeName":"Object","memoryReference":{"id":"v"}}""", activities[1]!["result"]!.ToJsonString());
        // Without the property itself it is unset, as in Elsa.
        Assert.Null(activities[1]!["taskName"]);
    }

    private static DefinitionModelWriter Writer()
    {
        var registry = new ActivityRegistry();
        return new DefinitionModelWriter(new ActivityShapes(new DescriptorCatalog(registry, new ServiceCollection().BuildServiceProvider())), registry);
    }

    private static DefinitionVersion Stored(JsonNode model, JsonNode? identity)
    {
        var summary = new DefinitionSummary(
            (string?)identity?["id"] ?? "v", (string?)identity?["definitionId"] ?? "d", 1, (string?)model["name"], (string?)model["description"], true, (bool?)identity?["isPublished"] ?? false,
            false, false, (bool?)model["options"]?["usableAsActivity"] ?? false, null, null, DateTimeOffset.UnixEpoch);
        return new DefinitionVersion(summary, model.ToJsonString());
    }
}
