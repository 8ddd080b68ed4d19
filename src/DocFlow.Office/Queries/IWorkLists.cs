namespace DocFlow.Office.Queries;

/// <summary>A person's lists. Pages count from 0.</summary>
public interface IWorkLists
{
    /// <summary>待办: open seats, my own, those of posts that I stand in for and those of people whose delegate I am, by due time.</summary>
    Task<Paged<WorkRow>> OpenAsync(string personId, int page, int size, CancellationToken cancellationToken = default);

    /// <summary>待签收: issued documents that the person's units haven't signed for, oldest first.</summary>
    Task<Paged<ArrivalRow>> ToReceiveAsync(string personId, int page, int size, CancellationToken cancellationToken = default);

    /// <summary>The number of 待办 and 待签收.</summary>
    Task<int> CountOpenAsync(string personId, CancellationToken cancellationToken = default);

    /// <summary>已办: what I decided, newest first.</summary>
    Task<Paged<WorkRow>> DecidedAsync(string personId, int page, int size, CancellationToken cancellationToken = default);

    /// <summary>我发起: what I drafted, newest first.</summary>
    Task<Paged<DocumentRow>> DraftedAsync(string personId, int page, int size, CancellationToken cancellationToken = default);
}
