using System.Globalization;
using DocFlow.Documents.Model;

namespace DocFlow.Documents.Comparing;

/// <summary>A document as paragraphs and tables in reading order, its elements among them.</summary>
internal static class DocumentBlocks
{
    private const string Plain = "GwRecipients";

    public static IReadOnlyList<ComparedBlock> Of(OfficialDocument document) =>
    [
        .. Head(document),
        .. Body(document.Body),
        .. Lists(document),
        .. Closing(document),
        .. document.Annexes.SelectMany((annex, index) => OfAnnex(annex, index, document.Annexes.Count)),
        .. Imprint(document),
    ];

    /// <summary>Null for a forced new page, which has no words.</summary>
    public static ComparedBlock? Of(BodyBlock block) => block switch
    {
        Paragraph paragraph => new ComparedParagraph(StyleOf(paragraph), paragraph.Text),
        SimpleTable table => new ComparedTable(table.Rows),
        _ => null,
    };

    private static IEnumerable<ComparedBlock> Head(OfficialDocument document)
    {
        if (document.CopyNumber is { } copy)
            yield return new ComparedParagraph(Plain, copy);
        if (document.Classification is { } classification)
            yield return new ComparedParagraph(Plain, classification);
        if (document.Urgency is { } urgency)
            yield return new ComparedParagraph(Plain, ChineseNames.Of(urgency));
        yield return new ComparedParagraph("GwMark", document.Mark);
        if (document.Number is { Length: > 0 } number)
            yield return new ComparedParagraph("GwNumber", number);
        if (document.Signers.Count > 0)
            yield return new ComparedParagraph(Plain, $"签发人：{string.Join('　', document.Signers)}");
        yield return new ComparedParagraph("GwTitle", document.Title.Replace("/", "", StringComparison.Ordinal));
        if (document.Caption is { Length: > 0 } caption)
            yield return new ComparedParagraph("GwCaption", $"（{caption}）");
        if (!document.Recipients.IsEmpty)
            yield return new ComparedParagraph(Plain, $"{document.Recipients.Text.TrimEnd('：')}：");
    }

    private static IEnumerable<ComparedBlock> Body(IEnumerable<BodyBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (Of(block) is { } compared)
                yield return compared;
        }
    }

    private static string StyleOf(Paragraph paragraph) => paragraph.Level != HeadingLevel.None && paragraph.HeadingLength == paragraph.Text.Length
        ? string.Create(CultureInfo.InvariantCulture, $"GwHeading{(int)paragraph.Level}")
        : "GwBody";

    private static IEnumerable<ComparedBlock> Lists(OfficialDocument document)
    {
        for (var index = 0; index < document.Annexes.Count; index++)
        {
            var ordinal = document.Annexes.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"{index + 1}. ");
            yield return new ComparedParagraph("GwBody", $"{(index == 0 ? "附件：" : "")}{ordinal}{document.Annexes[index].Title}");
        }

        foreach (var (label, names) in new[] { ("出席：", document.Present), ("请假：", document.Absent), ("列席：", document.Attending) })
        {
            if (!names.IsEmpty)
                yield return new ComparedParagraph("GwBody", label + names.Text);
        }
    }

    private static IEnumerable<ComparedBlock> Closing(OfficialDocument document)
    {
        foreach (var signatory in document.Signatories)
            yield return new ComparedParagraph("GwClosing", signatory);
        if (document.Date is { } date)
            yield return new ComparedParagraph("GwClosing", Show(date));
        if (document.Note is { } note)
            yield return new ComparedParagraph("GwBody", $"（{note}）");
    }

    private static IEnumerable<ComparedBlock> OfAnnex(Annex annex, int index, int count)
    {
        if (annex.Body.Count == 0)
            return [];
        return
        [
            new ComparedParagraph("GwAnnexLabel", count == 1 ? "附件" : string.Create(CultureInfo.InvariantCulture, $"附件{index + 1}")),
            new ComparedParagraph("GwTitle", annex.Title),
            .. Body(annex.Body),
        ];
    }

    private static IEnumerable<ComparedBlock> Imprint(OfficialDocument document)
    {
        if (!document.Copies.IsEmpty)
            yield return new ComparedParagraph("GwImprint", $"抄送：{document.Copies.Text.TrimEnd('。')}。");
        if (document.PrintedBy is { } printer)
            yield return new ComparedParagraph("GwImprint", document.PrintedOn is { } day ? $"{printer}　{Show(day)}印发" : printer);
    }

    private static string Show(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");
}
