using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Word;

/// <summary>An annex on its own page; a landscape one in a section of its own.</summary>
internal sealed class AnnexXml(OfficialDocument document, TypesetDocument typeset, BodyXml body, SectionXml sections, WordXml text)
{
    /// <param name="isLandscape">Whether the text so far stands on landscape pages.</param>
    /// <returns>Whether it does after this annex.</returns>
    public bool Write(int index, bool isLandscape)
    {
        var annex = document.Annexes[index];
        var changes = isLandscape || annex.IsLandscape;
        if (changes)
            text.Raw($"<w:p><w:pPr><w:pStyle w:val=\"Spacer\"/><w:spacing w:line=\"1\" w:lineRule=\"exact\"/>{sections.Next(isLandscape)}</w:pPr></w:p>");

        var page = typeset.Pages.First(page => page.Lines.Any(line => line.AnnexIndex == index));
        var label = page.Lines.First(line => line.Role == LineRole.AnnexLabel);
        var titleRows = page.Lines.Where(line => line.Role == LineRole.AnnexTitle).ToList();
        text.Open("GwAnnexLabel", changes ? "" : "<w:pageBreakBefore/>").Run(label.Text, FontRole.Hei).Close();
        var y = Twips.TopOfRow(label.Baseline, Twips.Row) + Twips.Row;
        var titleTop = Twips.TopOfRow(titleRows[0].Baseline, Twips.TitleRow);
        text.Spacer(titleTop - y);
        HeadXml.WriteRows(text, titleRows, "");
        y = titleTop + titleRows.Count * Twips.TitleRow;
        if (page.Lines.FirstOrDefault(line => line.Role is LineRole.Body or LineRole.TableCell) is { } first)
            text.Spacer(Twips.TopOfRow(first.Baseline, Twips.Row) - y);
        body.Write(annex.Body, index, annex.IsLandscape);
        return annex.IsLandscape;
    }
}
