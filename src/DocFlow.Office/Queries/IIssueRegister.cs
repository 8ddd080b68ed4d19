namespace DocFlow.Office.Queries;

/// <summary>发文登记簿: a view over numbered documents. Pages count from 0.</summary>
public interface IIssueRegister
{
    /// <summary>The rows of a year whose documents the person may read; newest number first.</summary>
    Task<Paged<IssueRow>> ReadAsync(string personId, int year, int page, int size, CancellationToken cancellationToken = default);

    /// <summary>All rows of a year, for an administrator.</summary>
    Task<Paged<IssueRow>> ReadAllAsync(int year, int page, int size, CancellationToken cancellationToken = default);
}
