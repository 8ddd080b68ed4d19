using System.Globalization;
using System.Security;
using System.Text;

namespace DocFlow.Documents.Pdf;

/// <summary>What makes a file PDF/A-2u (ISO 19005-2): metadata that say so and agree with the document's information, and the meaning of its colours.</summary>
internal static class ArchivalParts
{
    /// <summary>Adds the objects.</summary>
    /// <returns>The entries of the catalog.</returns>
    public static string Add(PdfObjects objects, PdfDetails details)
    {
        var metadata = objects.AddPlain(Encoding.UTF8.GetBytes(Metadata(details)), "/Type/Metadata/Subtype/XML");
        var profile = objects.AddStream(OutputProfile.Write(), "/N 3");
        return $"/Metadata {metadata} 0 R/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier({OutputProfile.Name})/Info({OutputProfile.Name})/DestOutputProfile {profile} 0 R>>]";
    }

    private static string Metadata(PdfDetails details)
    {
        var created = details.CreatedAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"<xmp:CreateDate>{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z</xmp:CreateDate>") : "";
        return $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escape(details.Title)}</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>{Escape(details.Author)}</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
            <pdf:Producer>DocFlow</pdf:Producer>{created}
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """;
    }

    private static string Escape(string text) => SecurityElement.Escape(text) ?? "";
}
