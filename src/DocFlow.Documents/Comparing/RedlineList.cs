using System.Globalization;
using DocFlow.Documents.Papers;

namespace DocFlow.Documents.Comparing;

/// <summary>修改明细表: what was changed where, from what to what, by whom in which step, and when.</summary>
internal static class RedlineList
{
    private const int MostWords = 400;

    private static readonly double[] Columns = [12, 20, 48, 48, 28];

    public static Paper Of(MergedDocument merged, string versions) => new()
    {
        Title = "修改明细表",
        Issuer = merged.Document.Issuers[0],
        LeftNote = versions,
        RightNote = string.Create(CultureInfo.InvariantCulture, $"共{merged.Changes.Count}处"),
        Columns = Columns,
        Rows = [PaperRow.Head("序号", "位置", "原文", "改为", "修改人（环节）"), .. merged.Changes.Select(Row)],
    };

    private static PaperRow Row(RedlineChange change) => new(
    [
        PaperCell.Of(change.Ordinal.ToString(CultureInfo.InvariantCulture), PaperSide.Middle),
        PaperCell.Of(change.Place, PaperSide.Middle),
        PaperCell.Of(Words(change.Before, "（无）")),
        PaperCell.Of(Words(change.After, "（删去）")),
        new PaperCell(
        [
            new(change.Author.Name, PaperSide.Middle),
            new(change.Author.At.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture), PaperSide.Middle),
            new(change.Author.At.ToString("HH:mm", CultureInfo.InvariantCulture), PaperSide.Middle),
        ]),
    ]);

    private static string Words(string words, string none) => words.Length switch
    {
        0 => none,
        > MostWords => $"{words[..MostWords]}……",
        _ => words,
    };
}
