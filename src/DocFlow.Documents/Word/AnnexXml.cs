using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;

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
            EndSection(sections.Next(isLandscape));
        WriteContent(index, changes ? "" : "<w:pageBreakBefore/>");
        return annex.IsLandscape;
    }

    /// <summary>One that isn't bound with the text: a section of its own.</summary>
    /// <returns>The section's properties, to be written by who ends it.</returns>
    public string WriteDetached(int index)
    {
        WriteContent(index, "");
        return sections.Next(document.Annexes[index].IsLandscape, isDetached: true);
    }

    public void EndSection(string section) =>
        text.Raw($"<w:p><w:pPr><w:pStyle w:val=\"Spacer\"/><w:spacing w:line=\"1\" w:lineRule=\"exact\"/>{section}</w:pPr></w:p>");

    private void WriteContent(int index, string labelProperties)
    {
        var annex = document.Annexes[index];
        var page = typeset.Pages.First(page => page.Lines.Any(line => line.AnnexIndex == index));
        var label = page.Lines.First(line => line.Role == LineRole.AnnexLabel);
        var titleRows = page.Lines.Where(line => line.Role == LineRole.AnnexTitle).ToList();
        text.Open("GwAnnexLabel", labelProperties);
        foreach (var run in label.Runs)
            text.Run(run.Text, run.Role);
        text.Close();
        var y = Twips.TopOfRow(label.Baseline, Twips.Row) + Twips.Row;
        var titleTop = Twips.TopOfRow(titleRows[0].Baseline, Twips.TitleRow);
        text.Spacer(titleTop - y);
        HeadXml.WriteRows(text, titleRows, "");
        y = titleTop + titleRows.Count * Twips.TitleRow;
        if (page.Lines.FirstOrDefault(line => line.Role is LineRole.Body or LineRole.TableCell) is { } first)
            text.Spacer(Twips.TopOfRow(first.Baseline, Twips.Row) - y);
        body.Write(annex.Body, index, annex.IsLandscape);
    }
}
