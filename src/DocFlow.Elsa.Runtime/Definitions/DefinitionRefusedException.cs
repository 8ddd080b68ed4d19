namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>A definition can't be used; the message says in Chinese what is wrong.</summary>
/// <param name="path">Where in the JSON, such as $.root.activities[3].id.</param>
public sealed class DefinitionRefusedException(string path, string message) : Exception($"{path}：{message}")
{
    public string Path { get; } = path;
}
