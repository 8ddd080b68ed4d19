using DocFlow.Documents.Typesetting;
using static DocFlow.Documents.Checking.PdfFiles.PdfHeadRules;
using static DocFlow.Documents.Checking.PdfFiles.PdfPageRules;
using static DocFlow.Documents.Checking.RuleBook;

namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>G-59: a signature stamp (签名章) above the date of an order, and the post on its left.</summary>
internal sealed class PdfStampRules(PdfFile file)
{
    private const double Cell = LayoutProfile.CellWidth;
    private const double Tolerance = 1.8;
    private const double SmallestWidth = 12;
    private const double LargestHeight = 30;
    private const double SmallestHeight = 6;
    private const double Farthest = 60;

    public IEnumerable<Finding> Check()
    {
        if (file.Of(FileRole.Mark).LastOrDefault()?.Text is not { } mark || !mark.EndsWith('令') || file.Of(FileRole.Date).FirstOrDefault()?.First is not { } date)
            yield break;
        var sheet = file.SheetOf(date);
        if (sheet.Pictures.Where(picture => IsStamp(picture, date)).MaxBy(picture => picture.Top) is not { } stamp)
            yield break;
        var right = LayoutProfile.Right - stamp.Left - stamp.Width;
        if (Math.Abs(right - 4 * Cell) > Tolerance)
            yield return At(Broken("G-59", "签名章没有右空四字。", FormattableString.Invariant($"右空{Math.Abs(right / Cell):0.0}字"), "右空4字（22.3 mm±1.5 mm）"), date);
        if (Outside(date.Top - stamp.Top - stamp.Height, 1))
            yield return At(Broken("G-59", "成文日期与签名章的距离不合规定。", Millimetres(date.Top - stamp.Top - stamp.Height), "空一行（10.4 mm±1.5 mm）"), date);
        if (sheet.Rows.LastOrDefault(row => row.Right < stamp.Left && row.Bottom > stamp.Top - stamp.Height && row.Top < stamp.Top + stamp.Height && row.Right > LayoutProfile.Left + 60) is not { } post)
            yield break;
        if (Math.Abs(stamp.Left - post.Right - 2 * Cell) > Tolerance)
            yield return At(Broken("G-59", "职务与签名章的间隔不合规定。", FormattableString.Invariant($"相距{(stamp.Left - post.Right) / Cell:0.0}字"), "空2字（11.1 mm±1.5 mm）"), post);
        var off = (post.Top + post.Bottom) / 2 - stamp.Centre.Y;
        if (Math.Abs(off) > Tolerance)
            yield return At(Broken("G-59", "职务没有以签名章为准上下居中。", $"偏{(off > 0 ? "下" : "上")}{Millimetres(Math.Abs(off))}", "上下居中（±1.5 mm）"), post);
    }

    private static bool IsStamp(PdfPicture picture, PdfRow date) =>
        picture.Width > SmallestWidth && picture.Height is > SmallestHeight and < LargestHeight && picture.Top + picture.Height < date.Top + 2 && date.Top - picture.Top < Farthest;
}
