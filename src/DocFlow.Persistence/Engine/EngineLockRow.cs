namespace DocFlow.Persistence.Engine;

/// <summary>What transactions of all hosts queue at, by changing it first.</summary>
public sealed class EngineLockRow
{
    /// <summary>Changes of definitions; the number tells hosts that something changed.</summary>
    public const int Definitions = 1;

    /// <summary>Starts of workflows that allow one instance only.</summary>
    public const int Activations = 2;

    public required int Id { get; set; }

    public long Number { get; set; }
}
