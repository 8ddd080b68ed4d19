using System.IO.Compression;
using System.Xml.Linq;
using DocFlow.Documents.Checking.WordFiles;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Checking.Correcting;

/// <summary>Makes a corrected copy of a .docx: what a machine may set right is, the rest stays and is listed.</summary>
public static class WordCorrector
{
    /// <exception cref="UnreadableFileException">Not a .docx, encrypted, with macros, or too large unpacked.</exception>
    public static CorrectedFile Correct(byte[] original)
    {
        var file = Read(original);
        var before = FileChecker.CheckWord(file);
        var sections = new SectionCorrections(file);
        var looks = new LookCorrections(file);
        foreach (var paragraph in file.Paragraphs.Where(paragraph => !paragraph.IsBlank))
        {
            looks.Apply(paragraph);
            TextCorrections.Apply(paragraph);
        }

        sections.Apply();
        var content = PackageCopy.With(original, file.ChangedParts());
        var after = FileChecker.CheckWord(Read(content));
        return new CorrectedFile(content, [.. before.Where(finding => !after.Any(left => IsSame(left, finding)))], after);
    }

    private static WordFile Read(byte[] content)
    {
        using var stream = new MemoryStream(content, writable: false);
        return WordFileReader.Read(stream);
    }

    private static bool IsSame(Finding one, Finding other) => one.Rule == other.Rule && one.Line == other.Line && one.Measured == other.Measured;
}

/// <summary>A corrected copy.</summary>
/// <param name="Fixed">Findings of the original that the copy no longer has.</param>
/// <param name="Left">Findings of the copy: what a person must decide.</param>
public sealed record CorrectedFile(byte[] Content, IReadOnlyList<Finding> Fixed, IReadOnlyList<Finding> Left);
