namespace DocFlow.Office.WorkItems;

/// <summary>When a work item with several seats is done.</summary>
public enum CompletionRule
{
    /// <summary>Every seat has decided.</summary>
    All,

    /// <summary>The first seat to decide decides for all.</summary>
    Any,

    /// <summary>A share of the seats agrees (<see cref="WorkItem.Percent"/>); it goes back once that can't be reached any more.</summary>
    Share,
}
