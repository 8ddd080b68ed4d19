using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Definitions.Checks;

/// <summary>Findings of one definition, in the order in which they were made.</summary>
internal sealed class FindingList(WorkflowDefinition definition)
{
    private const char Separator = '：';

    private readonly List<DefinitionFinding> _findings = [];

    public IReadOnlyList<DefinitionFinding> All => _findings;

    public string PathOf(IActivity activity) => definition.Paths.GetValueOrDefault(activity.NodeId, "$.root");

    public void Error(IActivity activity, string message, string? path = null) => Add(activity, message, path, FindingSeverity.Error);

    public void Warn(IActivity activity, string message, string? path = null) => Add(activity, message, path, FindingSeverity.Warning);

    /// <summary>A line that the reader wrote: the place, “：”, and what was left out.</summary>
    public void AddTolerated(string warning)
    {
        var split = warning.IndexOf(Separator, StringComparison.Ordinal);
        var (path, message) = split > 0 ? (warning[..split], warning[(split + 1)..]) : ("$", warning);
        AddAt(path, message);
    }

    /// <summary>What others than the engine found.</summary>
    public void AddDeclared()
    {
        foreach (var (path, message) in definition.Declared)
            AddAt(path, message);
    }

    public static string Shown(IActivity activity) => activity.Name ?? activity.Id;

    private static bool IsWithin(string path, string place) => path.StartsWith(place, StringComparison.Ordinal) && (path.Length == place.Length || path[place.Length] is '.' or '[');

    private void AddAt(string path, string message)
    {
        var node = definition.Paths.Where(item => IsWithin(path, item.Value)).OrderByDescending(item => item.Value.Length).Select(item => definition.Nodes[item.Key]).FirstOrDefault();
        _findings.Add(new DefinitionFinding(node?.Id, node?.NodeId, path, message, FindingSeverity.Error));
    }

    private void Add(IActivity activity, string message, string? path, FindingSeverity severity) =>
        _findings.Add(new DefinitionFinding(activity.Id, activity.NodeId, path ?? PathOf(activity), message, severity));
}
