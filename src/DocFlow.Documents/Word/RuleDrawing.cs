using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Word;

/// <summary>A straight line fixed to the page, as a DrawingML shape with its exact thickness.</summary>
internal static class RuleDrawing
{
    public const string Namespaces = "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";

    private const int EmuPerMillimetre = 36000;

    /// <param name="id">Unique in the file, from 1.</param>
    /// <returns>A run that holds the line.</returns>
    public static string Run(RuleLine rule, int id)
    {
        var width = Emu(rule.X2 - rule.X1);
        return "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>"
            + $"<wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"{id}\" behindDoc=\"1\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>"
            + $"<wp:positionH relativeFrom=\"page\"><wp:posOffset>{Emu(rule.X1)}</wp:posOffset></wp:positionH><wp:positionV relativeFrom=\"page\"><wp:posOffset>{Emu(rule.Y1)}</wp:posOffset></wp:positionV>"
            + $"<wp:extent cx=\"{width}\" cy=\"0\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:wrapNone/><wp:docPr id=\"{id}\" name=\"线{id}\"/><wp:cNvGraphicFramePr/>"
            + "<a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvCnPr/><wps:spPr>"
            + $"<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"0\"/></a:xfrm><a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom><a:ln w=\"{Emu(rule.Thickness)}\"><a:solidFill><a:srgbClr val=\"{(rule.Ink == Ink.Red ? "FF0000" : "000000")}\"/></a:solidFill></a:ln>"
            + "</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>";
    }

    /// <summary>Office's unit for drawings.</summary>
    public static int Emu(double millimetres) => (int)Math.Round(millimetres * EmuPerMillimetre);
}
