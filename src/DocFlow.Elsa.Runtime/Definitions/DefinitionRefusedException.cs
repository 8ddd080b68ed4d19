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
}
