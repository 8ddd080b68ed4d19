namespace DocFlow.Persistence.Engine;

/// <summary>What one burst added to an instance's history; never changed.</summary>
public sealed class BurstRow
{
    public long Id { get; set; }

    public required string InstanceId { get; set; }

    /// <summary>The number of its first journal line.</summary>
    public required long FirstSequence { get; set; }

    /// <summary>How many journal lines it has.</summary>
    public required int Count { get; set; }

    /// <summary>The journal lines as <see cref="KeptJournal"/>, or a JSON array of whole lines.</summary>
    public required string JournalJson { get; set; }

    /// <summary>The executions that it touched as it left them, a JSON array.</summary>
    public required string ExecutionsJson { get; set; }
}
