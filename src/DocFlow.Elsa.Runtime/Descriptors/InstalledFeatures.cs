namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>The parts of Elsa that the engine itself is.</summary>
internal static class InstalledFeatures
{
    private static readonly string[] Names = ["Expressions", "Workflows", "Flowchart", "WorkflowRuntime", "WorkflowDefinitions", "WorkflowInstances", "WorkflowManagement", "Scheduling", "JavaScript", "Liquid", "Http"];

    public static IEnumerable<InstalledFeature> OfTheEngine() => Names.Select(name => new InstalledFeature(name, "Elsa", DescriptorTexts.Of($"Feature.{name}"), ""));
}
