using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Word;

/// <summary>A seal fixed to the page in front of the text, or handwriting to its paragraph, at its natural size.</summary>
internal static class SealDrawing
{
    // Above the drawn lines of the file.
    private const int FirstHeight = 1000;

    /// <param name="id">Unique in the file, from 1.</param>
    /// <param name="picture">The picture's relationship.</param>
    /// <returns>A run that holds it.</returns>
    public static string Run(PlacedSeal seal, int id, string picture) =>
        Run(seal.Image, ("page", seal.X), ("page", seal.Y), $"印章{id}", id, picture);

    /// <param name="below">mm from the top of the paragraph, at whose left it stands.</param>
    public static string RunInParagraph(SealImage image, double below, int id, string picture) =>
        Run(image, ("column", 0), ("paragraph", below), $"手写{id}", id, picture);

    private static string Run(SealImage image, (string From, double Offset) across, (string From, double Offset) down, string title, int id, string picture)
    {
        var extent = $"cx=\"{RuleDrawing.Emu(image.Width)}\" cy=\"{RuleDrawing.Emu(image.Height)}\"";
        var name = WordXml.Escape(image.Name);
        return "<w:r><w:drawing>"
            + $"<wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"{FirstHeight + id}\" behindDoc=\"0\" locked=\"1\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>"
            + $"<wp:positionH relativeFrom=\"{across.From}\"><wp:posOffset>{RuleDrawing.Emu(across.Offset)}</wp:posOffset></wp:positionH><wp:positionV relativeFrom=\"{down.From}\"><wp:posOffset>{RuleDrawing.Emu(down.Offset)}</wp:posOffset></wp:positionV>"
            + $"<wp:extent {extent}/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:wrapNone/><wp:docPr id=\"{id}\" name=\"{title}\" descr=\"{name}\"/><wp:cNvGraphicFramePr/>"
            + "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
            + $"<pic:nvPicPr><pic:cNvPr id=\"{id}\" name=\"{title}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{picture}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            + $"<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {extent}/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>";
    }
}
