using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Word;

/// <summary>A seal fixed to the page in front of the text, at its natural size.</summary>
internal static class SealDrawing
{
    // Above the drawn lines of the file.
    private const int FirstHeight = 1000;

    /// <param name="id">Unique in the file, from 1.</param>
    /// <param name="picture">The picture's relationship.</param>
    /// <returns>A run that holds it.</returns>
    public static string Run(PlacedSeal seal, int id, string picture)
    {
        var extent = $"cx=\"{RuleDrawing.Emu(seal.Image.Width)}\" cy=\"{RuleDrawing.Emu(seal.Image.Height)}\"";
        var name = WordXml.Escape(seal.Image.Name);
        return "<w:r><w:drawing>"
            + $"<wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"{FirstHeight + id}\" behindDoc=\"0\" locked=\"1\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>"
            + $"<wp:positionH relativeFrom=\"page\"><wp:posOffset>{RuleDrawing.Emu(seal.X)}</wp:posOffset></wp:positionH><wp:positionV relativeFrom=\"page\"><wp:posOffset>{RuleDrawing.Emu(seal.Y)}</wp:posOffset></wp:positionV>"
            + $"<wp:extent {extent}/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:wrapNone/><wp:docPr id=\"{id}\" name=\"印章{id}\" descr=\"{name}\"/><wp:cNvGraphicFramePr/>"
            + "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
            + $"<pic:nvPicPr><pic:cNvPr id=\"{id}\" name=\"印章{id}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{picture}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            + $"<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {extent}/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>";
    }
}
