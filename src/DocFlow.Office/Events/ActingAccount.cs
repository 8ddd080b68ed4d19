namespace DocFlow.Office.Events;

/// <summary>The account that a request to the workflow engine comes from, for the event log.</summary>
public sealed class ActingAccount
{
    /// <summary>Null for the system.</summary>
    public string? Name { get; set; }
}
