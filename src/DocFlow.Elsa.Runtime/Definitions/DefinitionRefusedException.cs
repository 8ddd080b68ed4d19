namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>A definition can't be used; the message says where in the JSON and, in Chinese, what is wrong.</summary>
public sealed class DefinitionRefusedException : Exception
{
    /// <param name="path">Where, such as $.root.activities[3].id.</param>
    public DefinitionRefusedException(string path, string message)
        : base($"{path}：{message}")
    {
    }

    /// <param name="problems">Each with its place.</param>
    public DefinitionRefusedException(IEnumerable<string> problems)
        : base(string.Join(" ", problems))
    {
    }

    /// <param name="obstacles">What keeps it from being published.</param>
    /// <param name="findings">All that was found, for whoever draws it.</param>
    public DefinitionRefusedException(IReadOnlyList<DefinitionFinding> obstacles, IReadOnlyList<DefinitionFinding> findings)
        : this(obstacles.Select(obstacle => obstacle.ToString())) => (Obstacles, Findings) = (obstacles, findings);

    public IReadOnlyList<DefinitionFinding> Obstacles { get; } = [];

    public IReadOnlyList<DefinitionFinding> Findings { get; } = [];
}
