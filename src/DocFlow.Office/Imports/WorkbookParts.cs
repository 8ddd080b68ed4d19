using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace DocFlow.Office.Imports;

/// <summary>What the cells of a sheet refer to: shared texts, and which formats are days.</summary>
/// <param name="SheetPath">The first visible sheet.</param>
/// <param name="Texts">The shared texts, in their order.</param>
/// <param name="DayFormats">The cell formats that show days.</param>
/// <param name="CountsFrom1904">The old calendar of the Macintosh.</param>
internal sealed record WorkbookParts(string SheetPath, IReadOnlyList<string> Texts, IReadOnlySet<int> DayFormats, bool CountsFrom1904)
{
    private const int MostTexts = 200_000;

    public static WorkbookParts Of(ZipArchive archive)
    {
        var targets = Targets(archive);
        var (sheet, from1904) = Sheet(archive);
        if (sheet is null || !targets.TryGetValue(sheet, out var target))
            throw WorkbookReader.Broken();
        return new WorkbookParts(target.StartsWith('/') ? target[1..] : $"xl/{target}", SharedTexts(archive), Days(archive), from1904);
    }

    private static Dictionary<string, string> Targets(ZipArchive archive)
    {
        var targets = new Dictionary<string, string>();
        using var reader = WorkbookReader.Open(archive, "xl/_rels/workbook.xml.rels") ?? throw WorkbookReader.Broken();
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
                targets[reader.GetAttribute("Id") ?? ""] = reader.GetAttribute("Target") ?? "";
        }

        return targets;
    }

    private static (string? Sheet, bool From1904) Sheet(ZipArchive archive)
    {
        var from1904 = false;
        using var reader = WorkbookReader.Open(archive, "xl/workbook.xml") ?? throw WorkbookReader.Broken();
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
                from1904 = reader.GetAttribute("date1904") is "1" or "true";
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && reader.GetAttribute("state") is null or "visible")
                return (RelationOf(reader), from1904);
        }

        return (null, from1904);
    }

    // Strict files name the relation in another namespace.
    private static string? RelationOf(XmlReader sheet)
    {
        while (sheet.MoveToNextAttribute())
        {
            if (sheet is { LocalName: "id", NamespaceURI.Length: > 0 })
                return sheet.Value;
        }

        return null;
    }

    private static List<string> SharedTexts(ZipArchive archive)
    {
        var texts = new List<string>();
        using var reader = WorkbookReader.Open(archive, "xl/sharedStrings.xml");
        while (reader?.Read() == true)
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "si" })
                continue;
            if (texts.Count >= MostTexts)
                throw SheetFile.TooManyRows();
            using var item = reader.ReadSubtree();
            texts.Add(TextOf(item));
        }

        return texts;
    }

    /// <summary>The runs of a text, without the readings above them.</summary>
    public static string TextOf(XmlReader item)
    {
        var text = new StringBuilder();
        while (item.Read())
        {
            if (item is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
                item.Skip();
            if (item is { NodeType: XmlNodeType.Element, LocalName: "t" })
                text.Append(item.ReadElementContentAsString());
        }

        return text.ToString();
    }

    private static HashSet<int> Days(ZipArchive archive)
    {
        var (days, own, isInFormats, index) = (new HashSet<int>(), new HashSet<int>(), false, 0);
        using var reader = WorkbookReader.Open(archive, "xl/styles.xml");
        while (reader?.Read() == true)
        {
            if (reader.LocalName == "cellXfs")
                isInFormats = reader.NodeType == XmlNodeType.Element;
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "numFmt" && ShowsDays(reader.GetAttribute("formatCode") ?? ""))
                own.Add(Number(reader.GetAttribute("numFmtId")));
            if (reader.LocalName == "xf" && isInFormats)
            {
                var format = Number(reader.GetAttribute("numFmtId"));
                // 14–22 everywhere, 27–36 and 50–58 in East Asia; 18–21 are hours.
                if (own.Contains(format) || format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58)
                    days.Add(index);
                index++;
            }
        }

        return days;
    }

    private static bool ShowsDays(string code)
    {
        var (isQuoted, isBracketed) = (false, false);
        foreach (var character in code)
        {
            isQuoted ^= character == '"';
            isBracketed = character == '[' || (isBracketed && character != ']');
            if (!isQuoted && !isBracketed && character is 'y' or 'Y' or 'd' or 'D')
                return true;
        }

        return false;
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
