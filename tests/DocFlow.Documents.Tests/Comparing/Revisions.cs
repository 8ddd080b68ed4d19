using System.Xml.Linq;

namespace DocFlow.Documents.Tests.Comparing;

/// <summary>Accepts or rejects every revision of a Word file, on its XML and as Word does (ECMA-376 17.13.5), and reads what is left.</summary>
internal static class Revisions
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static IReadOnlyList<string> Accept(XElement body) => Apply(body, dropped: "del");

    public static IReadOnlyList<string> Reject(XElement body) => Apply(body, dropped: "ins");

    private static List<string> Apply(XElement source, string dropped)
    {
        var body = new XElement(source);
        body.Descendants(W + "tr").Where(row => row.Element(W + "trPr")?.Element(W + dropped) is not null).ToList().ForEach(row => row.Remove());
        body.Descendants(W + "tbl").Where(table => !table.Elements(W + "tr").Any()).ToList().ForEach(table => table.Remove());
        body.Descendants(W + dropped).Where(element => element.Parent!.Name == W + "p").ToList().ForEach(element => element.Remove());
        var rows = new List<string>();
        var open = "";
        foreach (var block in body.Elements())
        {
            if (block.Name == W + "tbl")
            {
                rows.AddRange(block.Elements(W + "tr").Select(row => "|" + string.Join('|', row.Elements(W + "tc").Select(TextOf)) + "|"));
                continue;
            }

            if (block.Name != W + "p" || StyleOf(block) == "Spacer")
                continue;
            open += TextOf(block);
            // A paragraph whose mark goes grows together with the next one.
            if (block.Element(W + "pPr")?.Element(W + "rPr")?.Element(W + dropped) is not null)
                continue;
            rows.Add(open);
            open = "";
        }

        Assert.Equal("", open);
        return rows;
    }

    private static string? StyleOf(XElement paragraph) => paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val")?.Value;

    private static string TextOf(XElement element) =>
        string.Concat(element.Descendants().Where(text => text.Name == W + "t" || text.Name == W + "delText").Select(text => text.Value));
}
