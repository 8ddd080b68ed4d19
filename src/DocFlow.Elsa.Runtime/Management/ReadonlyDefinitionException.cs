namespace DocFlow.Elsa.Runtime.Management;

/// <summary>A definition that is read-only was to be changed.</summary>
public sealed class ReadonlyDefinitionException(string definitionId) : Exception($"流程“{definitionId}”是只读的，不能修改。");
