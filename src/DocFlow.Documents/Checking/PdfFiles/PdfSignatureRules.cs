using DocFlow.Documents.Typesetting;
using static DocFlow.Documents.Checking.PdfFiles.PdfPageRules;
using static DocFlow.Documents.Checking.RuleBook;

namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>G-52, G-53, G-58, G-60 and G-62: name, date and 附注.</summary>
internal sealed class PdfSignatureRules(PdfFile file)
{
    private const double Cell = LayoutProfile.CellWidth;
    private const double SealedTolerance = 2.5;
    private const double Tolerance = 1.8;
    private const double FarthestNote = 25;

    private static readonly string[] Posts = ["长", "主席", "主任", "书记", "总理"];

    public IEnumerable<Finding> Check() => [.. Date(), .. Note()];

    private IEnumerable<Finding> Date()
    {
        if (file.Of(FileRole.Date).FirstOrDefault() is not { IsInTable: false } date)
            yield break;
        var row = date.First;
        if (Place(row, [.. file.Of(FileRole.Signatory).SelectMany(name => name.Lines)]) is { } place)
            yield return place;
        if (file.Paragraphs.All(paragraph => paragraph.Role is not (FileRole.Body or FileRole.AnnexList or FileRole.Attendance or FileRole.None) || !paragraph.Lines.Any(line => line.Page == row.Page)))
            yield return At(new Finding("G-60", FindingSeverity.Blocking, "成文日期所在的一面没有正文。") { Clause = "7.3.5.5", Strength = RuleStrength.Practice, Measured = "无正文", Required = "与正文同面", Fix = "调整行距、字距，使正文与成文日期同处一面。" }, row);
    }

    private Finding? Place(PdfRow date, IReadOnlyList<PdfRow> names)
    {
        var name = names.Count > 0 ? names[^1] : null;
        var indent = LayoutProfile.Right - date.Right;
        var isAtSeal = Math.Abs(indent - 4 * Cell) <= SealedTolerance;
        if (isAtSeal && (name is null || Math.Abs(name.Middle - date.Middle) < SealedTolerance || IsSeveralOrPost(name, names)))
            return null;
        // Of several names each stands for the relation: they may be of different lengths.
        var isShifted = names.Any(one => Math.Abs(date.Left - one.Left - 2 * Cell) <= Tolerance);
        var isAtEdge = Math.Abs(indent - 2 * Cell) <= Tolerance;
        var isNameAtEdge = names.Any(one => Math.Abs(LayoutProfile.Right - one.Right - 2 * Cell) <= Tolerance);
        if (name is null ? isAtEdge : isShifted && (isAtEdge || isNameAtEdge) || names.Count > 1 && (isAtEdge || isNameAtEdge))
            return null;
        if (isAtSeal)
            return At(Broken("G-53", "署名没有在成文日期之上居中。", $"中线相差{Millimetres(Math.Abs(name!.Middle - date.Middle))}", "以成文日期为准居中"), name);
        if (name is not null && isShifted)
            return At(Broken("G-58", "署名没有右空二字。", Millimetres(LayoutProfile.Right - Math.Max(name.Right, date.Right)), "2字（11.1 mm）"), name);
        if (name is not null && (isAtEdge || isNameAtEdge))
            return At(Broken("G-58", "成文日期首字没有比署名首字右移二字。", $"右移{Millimetres(date.Left - name.Left)}", "2字（11.1 mm）"), date);
        return At(Broken("G-52", "成文日期的位置不合规定。", $"距版心右边缘{Millimetres(indent)}", "加盖印章的右空4字（22.3 mm）；不加盖印章的按署名长短编排"), date);
    }

    // Several names stand each below its own seal; a post stands beside a signer's stamp.
    private static bool IsSeveralOrPost(PdfRow name, IReadOnlyList<PdfRow> names) =>
        name.Width > 16 * Cell || names.Count > 1 || Posts.Any(post => name.Text.EndsWith(post, StringComparison.Ordinal));

    private IEnumerable<Finding> Note()
    {
        if (file.Of(FileRole.Note).FirstOrDefault() is not { } note)
            yield break;
        if (Math.Abs(note.First.Left - LayoutProfile.Left - 2 * Cell) > 1.5)
            yield return At(Broken("G-62", "附注没有左空二字。", Millimetres(note.First.Left - LayoutProfile.Left), "2字（11.1 mm）"), note.First);
        // Below a row of seals it gives them room.
        if (file.Of(FileRole.Date).FirstOrDefault() is { } date && date.Last.Page == note.First.Page && file.SheetOf(date.Last).Pictures.Count == 0 && file.Of(FileRole.Signatory).Count() <= 1 && note.First.Baseline - date.Last.Baseline is var distance && distance > FarthestNote)
            yield return At(Broken("G-62", "附注没有编排在成文日期下一行。", $"相距{Millimetres(distance)}", "下一行（约10.4 mm）"), note.First);
    }
}
