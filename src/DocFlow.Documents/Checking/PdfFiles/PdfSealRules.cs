using DocFlow.Documents.Typesetting;
using static DocFlow.Documents.Checking.PdfFiles.PdfPageRules;
using static DocFlow.Documents.Checking.RuleBook;

namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>G-54 to G-57: pictures that can be seals, over name and date.</summary>
internal sealed class PdfSealRules(PdfFile file)
{
    private const double Smallest = 34;
    private const double Largest = 62;
    private const double Shape = 0.08;
    private const double Farthest = 60;
    private const double NextRow = 1.5;
    private const double AsideTolerance = 3;
    private const double AboveTolerance = 1.5;

    // A row ends half its gap below its glyphs.
    private const double LargestGap = LayoutProfile.OneLine + 2.42 + 1.5;

    public IEnumerable<Finding> Check()
    {
        if (file.Of(FileRole.Date).FirstOrDefault()?.First is not { } date)
            return [];
        var seals = SealsNear(date).OrderBy(picture => picture.Top).ThenBy(picture => picture.Left).ToList();
        if (seals.Count == 0)
            return [];
        var names = file.Of(FileRole.Signatory).SelectMany(name => name.Lines).Where(row => row.Page == date.Page).ToList();
        return [.. seals.Count == 1 && names.Count <= 1 ? Single(seals[0], date, names.FirstOrDefault()) : Joint(seals, date), .. Gap(seals, date)];
    }

    // Those of many organs stand in rows above each other.
    private List<PdfPicture> SealsNear(PdfRow date)
    {
        var left = file.SheetOf(date).Pictures.Where(picture => picture.Width is > Smallest and < Largest && Math.Abs(picture.Width / picture.Height - 1) < Shape).ToList();
        var seals = new List<PdfPicture>();
        while (left.FindAll(picture => Math.Abs(picture.Centre.Y - Middle(date)) < Farthest || seals.Exists(seal => Math.Abs(picture.Centre.Y - seal.Centre.Y) < NextRow * seal.Height)) is { Count: > 0 } near)
        {
            seals.AddRange(near);
            left.RemoveAll(near.Contains);
        }

        return seals;
    }

    private static IEnumerable<Finding> Single(PdfPicture seal, PdfRow date, PdfRow? name)
    {
        var covers = Touches(seal, date) && (name is null || Touches(seal, name));
        if (!covers)
        {
            yield return At(Broken("G-56", "印章没有盖在署名和成文日期上。", Touches(seal, date) ? "只压成文日期" : name is not null && Touches(seal, name) ? "只压署名" : "空白印章", "下压署名和成文日期"), date);
            yield break;
        }

        if (Math.Abs(seal.Centre.X - date.Middle) > AsideTolerance)
            yield return At(Broken("G-54", "印章没有以成文日期为准居中。", $"偏{(seal.Centre.X < date.Middle ? "左" : "右")}{Millimetres(Math.Abs(seal.Centre.X - date.Middle))}", "居中"), date);
        if (Middle(name ?? date) < seal.Centre.Y - AboveTolerance)
            yield return At(Broken("G-54", "署名和成文日期没有居印章中心偏下位置。", $"{(name is null ? "成文日期" : "署名")}高于印章中心{Millimetres(seal.Centre.Y - Middle(name ?? date))}", "印章中心偏下"), name ?? date);
    }

    private IEnumerable<Finding> Joint(List<PdfPicture> seals, PdfRow date)
    {
        var page = file.SheetOf(date);
        if (seals.FirstOrDefault(seal => !page.Rows.Any(row => Touches(seal, row))) is not null)
            yield return At(Broken("G-56", "有印章没有盖在署名上。", "空白印章", "每枚印章下压一个署名"), date);
        for (var one = 0; one < seals.Count; one++)
        {
            for (var other = one + 1; other < seals.Count; other++)
            {
                var (a, b) = (seals[one], seals[other]);
                var distance = Math.Sqrt(Math.Pow(a.Centre.X - b.Centre.X, 2) + Math.Pow(a.Centre.Y - b.Centre.Y, 2)) - (a.Width + b.Width) / 2;
                if (distance <= 0)
                    yield return At(Broken("G-57", "印章相交或相切。", $"重叠{Millimetres(-distance)}", "互不相交或相切"), date);
            }
        }

        if (seals.FirstOrDefault(seal => seal.Left < LayoutProfile.Left - 1 || seal.Left + seal.Width > LayoutProfile.Right + 1) is { } outside)
            yield return At(Broken("G-57", "印章超出版心。", $"{Millimetres(outside.Left)}至{Millimetres(outside.Left + outside.Width)}", "28 mm至184 mm"), date);
    }

    private IEnumerable<Finding> Gap(List<PdfPicture> seals, PdfRow date)
    {
        var top = seals.Min(seal => seal.Top);
        if (file.Paragraphs.Where(paragraph => paragraph.Role is FileRole.Body or FileRole.AnnexList or FileRole.Attendance).SelectMany(paragraph => paragraph.Lines).LastOrDefault(row => row.Page == date.Page && row.Baseline < date.Baseline) is { } text && top - text.Bottom > LargestGap)
            yield return At(Broken("G-55", "印章顶端距正文超过一行。", Millimetres(top - text.Bottom), "一行之内（10.4 mm）"), date);
    }

    private static double Middle(PdfRow row) => (row.Top + row.Bottom) / 2;

    // Some glyph of the row lies in the seal's circle.
    private static bool Touches(PdfPicture seal, PdfRow row) => row.Glyphs.Any(glyph =>
        Math.Pow((glyph.Left + glyph.Right) / 2 - seal.Centre.X, 2) + Math.Pow(Middle(row) - seal.Centre.Y, 2) < Math.Pow(seal.Width / 2, 2));
}
