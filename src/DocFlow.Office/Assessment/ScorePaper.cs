using System.Globalization;
using DocFlow.Documents.Papers;

namespace DocFlow.Office.Assessment;

/// <summary>考核得分表, as the office prints it.</summary>
internal static class ScorePaper
{
    private const double Ordinal = 12;
    private const double Unit = 26;
    private const double Name = 18;
    private const double Figure = 16;

    public static Paper Of(ScoreTable table, string issuer, DateOnly today) => new()
    {
        Title = $"{table.Words}/目标管理考核得分表",
        Issuer = issuer,
        LeftNote = issuer,
        RightNote = string.Create(CultureInfo.InvariantCulture, $"{today.Year}年{today.Month}月{today.Day}日"),
        Columns = [Ordinal, Unit, Name, .. table.Lines.Select(_ => Figure)],
        Rows =
        [
            PaperRow.Head(["序号", "单位", "姓名", .. table.Lines]),
            .. table.Rows.Select((row, index) => new PaperRow([Of(index + 1), PaperCell.Of(row.UnitName, PaperSide.Middle), PaperCell.Of(row.PersonName, PaperSide.Middle), .. row.Values.Select(Of)])),
            .. table.Units.Select(unit => new PaperRow(
            [
                PaperCell.Label("平均"), PaperCell.Of(unit.UnitName, PaperSide.Middle), PaperCell.Of(string.Create(CultureInfo.InvariantCulture, $"{unit.People}人"), PaperSide.Middle),
                PaperCell.Of(unit.Average.ToString("0.##", CultureInfo.InvariantCulture), PaperSide.Middle) with { Span = table.Lines.Count },
            ])),
        ],
    };

    private static PaperCell Of(decimal value) => PaperCell.Of(value.ToString("0.##", CultureInfo.InvariantCulture), PaperSide.Middle);
}
