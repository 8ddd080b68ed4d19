namespace DocFlow.Elsa.Runtime.Management;

/// <summary>What a list of instances is ordered by.</summary>
public enum InstanceOrder
{
    Created,
    Updated,
    Finished,
    Name,
}
