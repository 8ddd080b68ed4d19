using System.Globalization;

namespace DocFlow.Documents.Word;

/// <summary>Paragraphs that run down the page, turned by 90° clockwise, in a box fixed to the page.</summary>
internal static class TurnedText
{
    private const int EmuPerTwip = 635;

    /// <param name="paragraphs">WordprocessingML.</param>
    /// <returns>A run that holds them.</returns>
    public static string Run(string paragraphs, int x, int y, int width, int height)
    {
        var extent = string.Create(CultureInfo.InvariantCulture, $"cx=\"{width * EmuPerTwip}\" cy=\"{height * EmuPerTwip}\"");
        return "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>"
            + "<wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" relativeHeight=\"1\" behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>"
            + $"<wp:positionH relativeFrom=\"page\"><wp:posOffset>{x * EmuPerTwip}</wp:posOffset></wp:positionH><wp:positionV relativeFrom=\"page\"><wp:posOffset>{y * EmuPerTwip}</wp:posOffset></wp:positionV>"
            + $"<wp:extent {extent}/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:wrapNone/><wp:docPr id=\"1\" name=\"页码\"/><wp:cNvGraphicFramePr/>"
            + "<a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:cNvSpPr txBox=\"1\"/><wps:spPr>"
            + $"<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {extent}/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>"
            + $"<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx><wps:bodyPr vert=\"vert\" wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\" anchorCtr=\"0\"><a:noAutofit/></wps:bodyPr>"
            + "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>";
    }
}
