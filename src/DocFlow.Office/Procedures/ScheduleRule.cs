namespace DocFlow.Office.Procedures;

/// <summary>Which fields of a matter, or columns of one of its tables, say when somebody and some place are taken (日程).</summary>
/// <param name="Table">The table whose rows each say so; null when the matter itself does.</param>
public sealed record ScheduleRule(string? Table, string Title, string Date, string Start, string End)
{
    /// <summary>A room, chosen from a list; null for none.</summary>
    public string? Room { get; init; }

    /// <summary>Another place, in words.</summary>
    public string? Place { get; init; }

    /// <summary>Who can't be elsewhere at the same time.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Units that it concerns, the one in charge first.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>What may not stand in a week without meetings (无会周); null for no such rule.</summary>
    public QuietRule? Quiet { get; init; }

    /// <summary>What takes nobody and no place any more, such as a cancelled one; null for none.</summary>
    public FieldChoice? Unless { get; init; }
}

/// <summary>A choice field with one of its values.</summary>
public sealed record FieldChoice(string Field, string Value);

/// <summary>What is kept out of weeks without meetings unless an exception is recorded.</summary>
/// <param name="Exception">The text field that records it.</param>
public sealed record QuietRule(FieldChoice Which, string Exception);
