namespace DocFlow.Office.SavedViews;

/// <summary>A way to look at a register that somebody keeps (视图): its filters, order, groups and columns.</summary>
public sealed class SavedView : IVersioned
{
    public required string Id { get; init; }

    public required string ProcedureId { get; init; }

    public required string OwnerId { get; init; }

    public required string Name { get; set; }

    /// <summary>Everybody who opens the register sees it; what it finds still depends on who looks.</summary>
    public bool IsShared { get; set; }

    /// <summary>What it asks for, as JSON.</summary>
    public required string QueryJson { get; set; }

    public DateTimeOffset At { get; set; }

    public int Version { get; set; }
}
