using DocFlow.Documents.Model;

namespace DocFlow.Documents.Papers;

/// <summary>
/// A printed table of the office that isn't an official document itself: a form (文单) or a register (表). It has a title and one table
/// in the office's faces on the official page; no red head, no 版记.
/// </summary>
public sealed record Paper
{
    /// <summary>标题 as written; “/” forces a row break and is not printed.</summary>
    public required string Title { get; init; }

    /// <summary>The title in one row.</summary>
    public string PlainTitle => Title.Replace("/", "", StringComparison.Ordinal);

    /// <summary>Whose paper it is.</summary>
    public required string Issuer { get; init; }

    /// <summary>Above the table at the left, such as the unit that filled it in.</summary>
    public string? LeftNote { get; init; }

    /// <summary>Above the table at the right, such as the date.</summary>
    public string? RightNote { get; init; }

    /// <summary>The columns' widths; only their relation counts, together they fill the type area.</summary>
    public required IReadOnlyList<double> Columns { get; init; }

    /// <summary>From top to bottom; the heads first, which come again on each page.</summary>
    public required IReadOnlyList<PaperRow> Rows { get; init; }

    // A paper is composed and packed with the parts of a document that has nothing but a title.
    internal OfficialDocument AsDocument() => new() { Kind = DocumentKind.Notice, Issuers = [Issuer], Mark = "", Title = Title, Body = [] };
}
