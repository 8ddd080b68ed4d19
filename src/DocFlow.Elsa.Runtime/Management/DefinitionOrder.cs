namespace DocFlow.Elsa.Runtime.Management;

/// <summary>What a list of definitions is ordered by.</summary>
public enum DefinitionOrder
{
    Created,
    Name,
    Version,
}
