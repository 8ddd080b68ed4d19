using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Tests.Running;

namespace DocFlow.Elsa.Runtime.Tests.Definitions;

/// <summary>A definition with any one part put wrong is read or refused with its place; nothing else comes of it.</summary>
public sealed class MangledDefinitionTests
{
    private static readonly string[] Wrong = ["null", "true", "1", "-1e300", "\"x\"", "\"\"", "[]", "[null]", "[[1]]", "{}", "{\"type\":\"Elsa.End\"}", "{\"$values\":[1]}"];

    private static JsonObject Whole => new()
    {
        ["id"] = "v",
        ["definitionId"] = "d",
        ["name"] = "n",
        ["version"] = 1,
        ["toolVersion"] = "3.8.0.0",
        ["variables"] = new JsonArray(Build.Variable("V", "String", "x")),
        ["inputs"] = new JsonArray(new JsonObject { ["name"] = "I", ["type"] = "String", ["storageDriverType"] = "x" }),
        ["outputs"] = new JsonArray(new JsonObject { ["name"] = "O", ["type"] = "String" }),
        ["customProperties"] = new JsonObject { ["logPersistenceConfig"] = new JsonObject { ["default"] = new JsonObject { ["evaluationMode"] = "Strategy", ["strategyType"] = "x" } } },
        ["options"] = new JsonObject { ["activationStrategyType"] = "SingletonStrategy", ["incidentStrategyType"] = "FaultStrategy", ["usableAsActivity"] = false },
        ["root"] = Root,
    };

    private static JsonObject Root
    {
        get
        {
            var decision = Build.Activity("FlowSwitch", "sw", ("cases", new JsonArray(new JsonObject { ["label"] = "A", ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "true" } })));
            var inner = Build.Activity("Switch", "s", ("cases", new JsonArray(new JsonObject { ["label"] = "A", ["condition"] = new JsonObject { ["type"] = "Literal", ["value"] = true }, ["activity"] = Build.Line("in") })));
            var request = Build.Activity("SendHttpRequest", "r", ("expectedStatusCodes", new JsonArray(new JsonObject { ["statusCode"] = 200, ["activity"] = Build.Line("ok") })));
            var waiting = Build.Activity("HttpEndpoint", "h", ("path", Build.Literal("p")), ("supportedMethods", Build.Literal("[\"GET\"]")));
            waiting["customProperties"] = new JsonObject { ["canStartWorkflow"] = true, ["mergeMode"] = "Merge" };
            var root = Build.Flowchart("f", [waiting, Build.Set("set", "V", Build.Script("1")), Build.Task("t"), decision, inner, request], "h->set", "set->t", "t->sw", "sw:A->s", "s->r");
            root["variables"] = new JsonArray(Build.Variable("W"));
            root["customProperties"] = new JsonObject { ["notFoundConnections"] = new JsonArray(root["connections"]![0]!.DeepClone()) };
            return root;
        }
    }

    [Fact]
    public void The_whole_definition_is_read() => Assert.NotEmpty(Read(Whole.ToJsonString()).Nodes);

    [Fact]
    public void Any_part_put_wrong_is_read_or_refused_with_its_place()
    {
        var count = Places(Whole).Count();
        var failures = new List<string>();
        for (var place = 0; place < count; place++)
        {
            foreach (var wrong in Wrong)
            {
                var definition = Whole;
                var node = Places(definition).ElementAt(place);
                var path = node.GetPath();
                node.ReplaceWith(JsonNode.Parse(wrong));
                try
                {
                    var read = Read(definition.ToJsonString());
                    DefinitionValidator.Validate(read);
                    DefinitionValidator.Obstacles(read);
                }
                catch (DefinitionRefusedException refused) when (refused.Message.StartsWith('$'))
                {
                }
                catch (Exception other)
                {
                    failures.Add($"{path} = {wrong}: {other.GetType().Name} {other.Message}");
                }
            }
        }

        Assert.True(count > 150 && failures.Count == 0, $"{count} places\n{string.Join('\n', failures.Take(40))}");
    }

    private static WorkflowDefinition Read(string json) => new DefinitionReader(new ActivityRegistry().AddFrom(typeof(SignStep).Assembly)).Read(json);

    private static IEnumerable<JsonNode> Places(JsonNode node)
    {
        var children = node switch
        {
            JsonObject map => map.Select(property => property.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var child in children.OfType<JsonNode>())
        {
            yield return child;
            foreach (var below in Places(child))
                yield return below;
        }
    }
}
