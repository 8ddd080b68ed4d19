using System.Globalization;
using DocFlow.Documents.Model;

namespace DocFlow.Documents.Checking;

/// <summary>Which elements a document of its format and direction has, and which it has no place for.</summary>
internal static class FormatRules
{
    /// <param name="lineOf">The source's line of an element; null when it has none.</param>
    public static IEnumerable<Finding> Check(OfficialDocument document, Func<string, int?> lineOf) =>
        [.. Missing(document), .. Upward(document, lineOf), .. Classified(document, lineOf), .. Captioned(document, lineOf), .. WithoutPlace(document, lineOf)];

    private static IEnumerable<Finding> Missing(OfficialDocument document)
    {
        var isAddressed = document is { Direction: DocumentDirection.Down or DocumentDirection.Up, Format: PageFormat.General or PageFormat.Letter, Kind: not DocumentKind.Resolution };
        if (document.Recipients.IsEmpty && isAddressed)
            yield return ElementRules.Missing("主送", "7.3.2", FindingSeverity.Warning, RuleStrength.Normal);
        if (document.Format != PageFormat.Letter && (document.PrintedBy is null || document.PrintedOn is null))
            yield return ElementRules.Missing("印发机关和印发日期", "7.4.3", FindingSeverity.Info, RuleStrength.Practice);
        if (document.Date is null && document.Format != PageFormat.Minutes)
            yield return ElementRules.Missing("成文日期", "7.3.5.4", FindingSeverity.Info, RuleStrength.Practice);
        if (document is { Format: PageFormat.Order, OrderNumber: null })
            yield return ElementRules.Missing("令号", "10.2", FindingSeverity.Info, RuleStrength.Practice);
    }

    // A draft is signed later: only a numbered document can't do without.
    private static IEnumerable<Finding> Upward(OfficialDocument document, Func<string, int?> lineOf)
    {
        if (document.Direction == DocumentDirection.Up && document.Signers.Count == 0)
        {
            yield return new Finding("G-32", document.Number is null ? FindingSeverity.Warning : FindingSeverity.Blocking, "上行文应标注签发人姓名。")
            {
                Clause = "7.2.6", Strength = RuleStrength.Required, Line = lineOf("行文方向") ?? lineOf("文种"), Required = "签发人", Fix = "补写“签发人”，联合行文按机关次序逐个列出。",
            };
        }

        if (document.Kind == DocumentKind.Request && document.Note?.Contains("联系", StringComparison.Ordinal) != true)
            yield return ElementRules.Missing("附注中的联系人和电话", "7.3.6", FindingSeverity.Info, RuleStrength.Practice);
    }

    private static IEnumerable<Finding> Classified(OfficialDocument document, Func<string, int?> lineOf)
    {
        if (document.Classification is { } bare && !bare.Contains('★', StringComparison.Ordinal))
        {
            yield return new Finding("P-26", FindingSeverity.Blocking, "涉密公文应标注密级和保密期限。")
            {
                Clause = "条例第九条（二）", Strength = RuleStrength.Required, Line = lineOf("密级"), Text = bare, Measured = bare, Required = $"{bare}★保密期限，如 {bare}★3年", Fix = "在密级之后加“★”和保密期限。",
            };
        }

        if (document is { Classification: { } marked, Note: { } note } && note.Contains("公开", StringComparison.Ordinal))
        {
            yield return new Finding("P-44", FindingSeverity.Blocking, "涉密公文未经解密不得公开发布，附注与密级矛盾。")
            {
                Clause = "条例第三十一条", Strength = RuleStrength.Required, Line = lineOf("附注"), Text = note, Measured = $"{marked}，{note}", Required = "公开发布前履行解密程序", Fix = "删去附注中的“公开”，或履行解密程序后删去密级。",
            };
        }

        if (document is { Classification: { } classification, CopyNumber: null })
        {
            yield return new Finding("G-21", FindingSeverity.Blocking, "涉密公文应标注份号。")
            {
                Clause = "条例第九条", Strength = RuleStrength.Required, Line = lineOf("密级"), Text = classification, Required = "6位份号", Fix = "补写“份号”，如 \"000017\"。",
            };
        }
    }

    // The date under the title is that of the meeting that passed the text, which is the document's (条例 art. 9, P-28).
    private static IEnumerable<Finding> Captioned(OfficialDocument document, Func<string, int?> lineOf)
    {
        if (document is not { Caption: { Length: > 0 } caption, Date: { } date })
            yield break;
        var wanted = date.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture);
        if (!caption.Contains(wanted, StringComparison.Ordinal))
            yield return RuleBook.Broken("T-11", "题注的日期与成文日期不一致。", caption, wanted) with { Line = lineOf("题注"), Text = caption };
    }

    // Said, because it would be dropped silently otherwise.
    private static IEnumerable<Finding> WithoutPlace(OfficialDocument document, Func<string, int?> lineOf)
    {
        if (document.Format == PageFormat.Letter && (document.PrintedBy is not null || document.PrintedOn is not null))
            yield return NotPrinted("印发机关和印发日期", "信函", "10.1", lineOf("印发机关") ?? lineOf("印发日期"));
        if (document.Format != PageFormat.Order)
            yield break;
        if (lineOf("标题") is { } line)
            yield return NotPrinted("标题", "命令", "10.2", line);
        if (!document.Recipients.IsEmpty)
            yield return NotPrinted("主送", "命令", "10.2", lineOf("主送"));
        if (document is { OrderNumber: not null, Number: not null })
            yield return NotPrinted("发文字号", "命令", "10.2", lineOf("发文字号"));
    }

    private static Finding NotPrinted(string element, string format, string clause, int? line) =>
        new("T-02", FindingSeverity.Info, $"{format}格式不印{element}，文稿中的“{element}”未排入页面。") { Clause = clause, Strength = RuleStrength.Required, Line = line };
}
