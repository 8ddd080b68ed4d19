using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Pdf;

/// <summary>
/// Writes typeset pages as a tagged PDF 1.7 with embedded subset fonts. The same pages and details always give the same bytes; a signature comes
/// behind them.
/// </summary>
public sealed class PdfWriter(FontLibrary fonts)
{
    private const string MediaBox = "[0 0 595.276 841.89]";

    private readonly SubsetCache _subsets = new();

    /// <param name="document">What to draw.</param>
    /// <param name="target">Receives the file; left open.</param>
    public void Write(TypesetDocument document, Stream target, PdfDetails details)
    {
        using var objects = new PdfObjects();
        var embedded = Embed(document.Pages);
        var seals = new SealObjects(objects);
        foreach (var seal in document.Pages.SelectMany(page => page.Seals))
            seals.Add(seal.Image);
        var resources = Resources(objects, embedded.Values, seals);
        var structure = new StructureTree(document);
        var pageTree = objects.Reserve();
        var pages = new List<(int Number, string Body)>();
        for (var index = 0; index < document.Pages.Count; index++)
        {
            var content = objects.AddStream(new PageContent(document.Pages[index], embedded, seals).Write(structure.MarksOf(index), structure.SealMarksOf(index)));
            var body = $"<</Type/Page/Parent {pageTree} 0 R/MediaBox{MediaBox}/Resources {resources} 0 R/Contents {content} 0 R/StructParents {index}/Tabs/S>>";
            pages.Add((objects.Add(body), body));
        }

        var numbers = pages.ConvertAll(page => page.Number);
        objects.Set(pageTree, $"<</Type/Pages/Count {numbers.Count}/Kids[{string.Join(' ', numbers.Select(number => $"{number} 0 R"))}]>>");
        var tree = structure.Write(objects, numbers);
        var outline = OutlineObjects.Add(objects, document, numbers);
        var archival = details.IsArchival ? ArchivalParts.Add(objects, details) : "";
        var root = $"<</Type/Catalog/Pages {pageTree} 0 R/Lang(zh-CN)/MarkInfo<</Marked true>>/StructTreeRoot {tree} 0 R{outline}/ViewerPreferences<</DisplayDocTitle true>>{archival}>>";
        var catalog = objects.Add(root);
        var info = objects.Add(Info(details));
        var id = Convert.ToHexString(SHA256.HashData(objects.Written)[..16]);
        objects.Finish(catalog, info, id);
        if (details.Signing is { } signing)
            SignatureUpdate.Append(objects, signing, (catalog, root), pages, document.Pages, () => objects.Finish(catalog, info, id));
        objects.CopyTo(target);
    }

    private Dictionary<FontFace, EmbeddedFont> Embed(IReadOnlyList<TypesetPage> pages)
    {
        var used = new Dictionary<FontFace, Dictionary<ushort, string>>();
        foreach (var run in pages.SelectMany(page => page.Lines).SelectMany(line => line.Runs))
        {
            if (!used.TryGetValue(run.Face, out var texts))
                used[run.Face] = texts = [];
            foreach (var glyph in run.Glyphs)
            {
                if (!texts.ContainsKey(glyph.Id))
                    texts[glyph.Id] = run.Text.Substring(glyph.TextStart, glyph.TextLength);
            }
        }

        var embedded = new Dictionary<FontFace, EmbeddedFont>();
        foreach (var (face, texts) in used)
        {
            var opened = fonts.Open(face);
            embedded[face] = new EmbeddedFont(opened, _subsets.Get(opened, texts.Keys), $"F{embedded.Count + 1}", texts);
        }

        return embedded;
    }

    private static int Resources(PdfObjects objects, IEnumerable<EmbeddedFont> fonts, SealObjects seals)
    {
        var entries = new StringBuilder();
        foreach (var font in fonts)
            entries.Append(CultureInfo.InvariantCulture, $"/{font.ResourceName} {font.Write(objects)} 0 R");
        return objects.Add($"<</Font<<{entries}>>{seals.Resources}>>");
    }

    private static string Info(PdfDetails details)
    {
        var created = details.CreatedAt is { } at
            ? $"/CreationDate(D:{at.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z)"
            : "";
        return $"<</Title{PdfObjects.Text(details.Title)}/Author{PdfObjects.Text(details.Author)}/Producer(DocFlow){created}>>";
    }
}
