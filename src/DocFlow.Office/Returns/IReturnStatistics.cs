namespace DocFlow.Office.Returns;

/// <summary>退文统计: what was returned, by whom it was drafted, from which unit, why and when.</summary>
public interface IReturnStatistics
{
    /// <summary>
    /// The documents that the person may read and that were first returned in a year or month. A document counts once, however often it is returned: in the
    /// month and with the category of its first return.
    /// </summary>
    /// <param name="month">1 to 12; null for the year.</param>
    /// <exception cref="RefusalException">No such month or year.</exception>
    Task<ReturnReport> ReadAsync(string personId, int year, int? month, ReturnGroup group, CancellationToken cancellationToken = default);

    /// <summary>The categories that a return may have now.</summary>
    Task<IReadOnlyList<string>> CategoriesAsync(CancellationToken cancellationToken = default);
}

/// <summary>The counts.</summary>
/// <param name="Rows">The largest first; months in their order.</param>
/// <param name="Documents">The documents behind them, by the day of their first return.</param>
public sealed record ReturnReport(int Year, int? Month, ReturnGroup Group, IReadOnlyList<ReturnCount> Rows, IReadOnlyList<ReturnedDocument> Documents)
{
    /// <summary>件数</summary>
    public int Total => Documents.Count;

    /// <summary>次数</summary>
    public int Returns => Documents.Sum(document => document.Returns);
}

/// <param name="Name">The drafter with the unit, the unit, the category or the month.</param>
/// <param name="Documents">件数</param>
/// <param name="Returns">次数, all returns of these documents.</param>
public sealed record ReturnCount(string Name, int Documents, int Returns);

/// <summary>A document that was returned.</summary>
/// <param name="At">When first.</param>
/// <param name="Category">Of the first return; 未分类 when none was chosen.</param>
/// <param name="Returns">How often.</param>
public sealed record ReturnedDocument(
    string DocumentId, string Title, string DrafterName, string UnitName, DateTimeOffset At, int Month, string StepName, string ByName, string Category, string? Opinion, int Returns);
