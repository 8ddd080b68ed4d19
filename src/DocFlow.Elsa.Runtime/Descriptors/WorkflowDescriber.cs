using System.Text.Json;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Definitions;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>Describes published workflows that designers use as activities.</summary>
internal static class WorkflowDescriber
{
    private const string RootPort = "Root";

    public static ActivityDescriptor Describe(UsableWorkflow workflow)
    {
        using var document = JsonDocument.Parse(workflow.Json);
        var definition = document.RootElement;
        return new ActivityDescriptor
        {
            TypeName = workflow.TypeName,
            Name = workflow.TypeName,
            Version = workflow.Version,
            Category = string.IsNullOrWhiteSpace(workflow.Category) ? DescriptorTexts.Of("Category.UsableWorkflows") : workflow.Category,
            DisplayName = string.IsNullOrWhiteSpace(workflow.Name) ? workflow.TypeName : workflow.Name,
            Description = workflow.Description,
            Inputs = [.. ItemsOf(definition, "inputs").Select(Input)],
            Outputs = [.. ItemsOf(definition, "outputs").Select(Output)],
            Ports =
            [
                new Port(RootPort, DescriptorTexts.Of("Ports.Root"), PortType.Embedded, IsBrowsable: false),
                .. ItemsOf(definition, "outcomes").Where(outcome => outcome.ValueKind == JsonValueKind.String).Select(outcome => new Port(outcome.GetString()!, outcome.GetString()!, PortType.Flow)),
            ],
            CustomProperties = new Dictionary<string, object>
            {
                ["RootType"] = "WorkflowDefinitionActivity",
                ["WorkflowDefinitionId"] = workflow.DefinitionId,
                ["WorkflowDefinitionVersionId"] = workflow.VersionId,
            },
            ConstructionProperties = new Dictionary<string, object>
            {
                ["WorkflowDefinitionId"] = workflow.DefinitionId,
                ["WorkflowDefinitionVersionId"] = workflow.VersionId,
                ["Version"] = workflow.Version,
            },
        };
    }

    private static InputDescriptor Input(JsonElement input) => new()
    {
        Name = input.Text("name") ?? "",
        TypeName = TypeOf(input),
        DisplayName = Shown(input),
        Description = input.Text("description"),
        Category = input.Text("category"),
        UiHint = input.Text("uiHint") is { Length: > 0 } hint ? hint : InputUIHints.SingleLine,
        StorageDriverType = input.Text("storageDriverType"),
        IsSynthetic = true,
    };

    private static OutputDescriptor Output(JsonElement output) => new()
    {
        Name = output.Text("name") ?? "",
        TypeName = TypeOf(output),
        DisplayName = Shown(output),
        Description = output.Text("description"),
        IsSynthetic = true,
    };

    private static string TypeOf(JsonElement declared) => (declared.Text("type") ?? "Object") + (declared.Find("isArray") is { ValueKind: JsonValueKind.True } ? "[]" : "");

    private static string Shown(JsonElement declared) => declared.Text("displayName") is { Length: > 0 } name ? name : declared.Text("name") ?? "";

    private static IEnumerable<JsonElement> ItemsOf(JsonElement definition, string property) =>
        definition.Find(property) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : [];
}
