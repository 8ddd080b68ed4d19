using DocFlow.Elsa.Runtime.Definitions.Checks;
using DocFlow.Elsa.Runtime.Flowcharts;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>What would go wrong when a definition runs: each with its place in the JSON and the reason in Chinese.</summary>
public static class DefinitionValidator
{
    private const string OwnSteps = "DocFlow.";

    /// <summary>What keeps it from being published.</summary>
    public static IReadOnlyList<string> Validate(WorkflowDefinition definition) =>
        [.. Check(definition).Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => finding.ToString())];

    /// <summary>
    /// What keeps a designer from publishing it. A definition without DocFlow's own steps is held to what Elsa holds it to: what can't be
    /// reached is never run, and what can't be run faults when it is reached. One that carries documents must be whole, but for what was tolerated on reading.
    /// </summary>
    public static IReadOnlyList<DefinitionFinding> Obstacles(WorkflowDefinition definition)
    {
        if (definition.Nodes.Values.Any(activity => activity.Type.StartsWith(OwnSteps, StringComparison.Ordinal)))
            return [.. Check(definition).Where(finding => finding.Severity == FindingSeverity.Error && !definition.Warnings.Contains(finding.ToString()))];
        var findings = new FindingList(definition);
        findings.AddDeclared();
        RouteCheck.Run(definition, findings);
        return findings.All;
    }

    /// <summary>Everything: errors, and warnings that a designer should look at.</summary>
    public static IReadOnlyList<DefinitionFinding> Check(WorkflowDefinition definition)
    {
        var findings = new FindingList(definition);
        // What was left out on reading would silently not be done.
        foreach (var warning in definition.Warnings)
            findings.AddTolerated(warning);
        findings.AddDeclared();
        foreach (var flowchart in definition.Nodes.Values.OfType<Flowchart>().Where(flowchart => flowchart.Graph is not null))
            FlowchartCheck.Run(flowchart, findings);
        foreach (var activity in definition.Nodes.Values)
        {
            ExpressionCheck.Run(activity, findings);
            ActivityCheck.Run(activity, findings);
        }

        RouteCheck.Run(definition, findings);
        return findings.All;
    }
}
