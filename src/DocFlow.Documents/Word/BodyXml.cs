using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Composing;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Word;

/// <summary>Paragraphs and tables. A block that starts a typeset page starts one in Word.</summary>
internal sealed class BodyXml
{
    private readonly WordXml _text;
    private readonly ILookup<(int? Annex, int? Block), PlacedRow> _rows;

    public BodyXml(IReadOnlyList<PlacedRow> rows, WordXml text)
    {
        _text = text;
        _rows = rows.Where(row => row.Line.Role is LineRole.Body or LineRole.TableCell).ToLookup(row => (row.Line.AnnexIndex, row.Line.BlockIndex));
    }

    public void Write(IReadOnlyList<BodyBlock> blocks, int? annexIndex, bool isLandscape)
    {
        var frame = isLandscape ? PageFrame.Landscape(LayoutProfile.Electronic) : PageFrame.Portrait(LayoutProfile.Electronic);
        for (var index = 0; index < blocks.Count; index++)
        {
            List<PlacedRow> rows = [.. _rows[(annexIndex, index)]];
            if (rows.Count == 0)
                continue;
            switch (blocks[index])
            {
                case Paragraph paragraph:
                    WriteParagraph(paragraph, rows, frame.TextRight, annexIndex is null && index == blocks.Count - 1 && rows[0].Page == rows[^1].Page);
                    break;
                case SimpleTable table:
                    new TableXml(_text, frame).Write(table, rows);
                    break;
            }
        }
    }

    private void WriteParagraph(Paragraph paragraph, List<PlacedRow> rows, double right, bool keepsWithNext)
    {
        var isHeading = paragraph.Level != HeadingLevel.None && paragraph.HeadingLength == paragraph.Text.Length;
        var family = (isHeading, paragraph.Level) switch
        {
            (true, HeadingLevel.First) => FontRole.Hei,
            (true, HeadingLevel.Second) => FontRole.Kai,
            _ => FontRole.FangSong,
        };
        var properties = (keepsWithNext ? "<w:keepNext/>" : "") + (rows[0].StartsPage ? "<w:pageBreakBefore/>" : "");
        _text.Open(isHeading ? $"GwHeading{(int)paragraph.Level}" : "GwBody", properties);
        ParagraphText.Write(_text, rows, right, family);
        _text.Close();
    }
}
