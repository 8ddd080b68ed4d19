using System.Text;
using DocFlow.Documents.Checking.PdfFiles;
using DocFlow.Documents.Checking.WordFiles;
using DocFlow.Documents.Source;

namespace DocFlow.Documents.Checking;

/// <summary>A file that somebody wants checked, by its name and content; nothing else is read. One that bears a 密级 is refused by an ordinary installation.</summary>
/// <param name="Name">Its name, whose end says what it is: .docx, .pdf, .gw.txt.</param>
public sealed record OutsideFile(string Name, byte[] Content)
{
    private const string Kinds = "只能检测 .docx、.pdf 和 .gw.txt 文件";

    public bool IsWord => Name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether classified files may be looked at; what the installation says, unless set.</summary>
    public bool AllowsClassified { get; init; } = ClassifiedSetting.IsAllowed;

    /// <exception cref="UnreadableFileException">The file isn't what its name says, or may not be opened.</exception>
    public IReadOnlyList<Finding> Check(CancellationToken cancellationToken = default)
    {
        if (Name.EndsWith(".docm", StringComparison.OrdinalIgnoreCase) || Name.EndsWith(".dotm", StringComparison.OrdinalIgnoreCase))
            throw new UnreadableFileException("文件带有宏，不予打开。请另存为不含宏的 .docx。");
        if (IsWord)
        {
            using var stream = new MemoryStream(Content, writable: false);
            var word = WordFileReader.Read(stream);
            var findings = FileChecker.CheckWord(word);
            RefuseClassified(word.Paragraphs);
            return findings;
        }

        if (Name.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
        {
            var pdf = PdfFileReader.Read(Content, cancellationToken);
            RefuseClassified(pdf.Paragraphs);
            return FileChecker.CheckPdf(pdf);
        }

        if (Name.EndsWith(".gw.txt", StringComparison.OrdinalIgnoreCase))
            return CheckSource();
        var rest = Name.EndsWith(".doc", StringComparison.OrdinalIgnoreCase) || Name.EndsWith(".wps", StringComparison.OrdinalIgnoreCase) ? "，请先另存为 .docx。" : "。";
        throw new UnreadableFileException(Kinds + rest);
    }

    // Their roles are known by now.
    private void RefuseClassified(IEnumerable<FileParagraph> paragraphs)
    {
        if (!AllowsClassified && paragraphs.FirstOrDefault(paragraph => paragraph.Role == FileRole.Classification) is { } marked)
            throw new UnreadableFileException($"文件标有密级“{marked.Text}”。本单位未设置为可处理涉密公文，请不要上传涉密文件；内容没有留存。");
    }

    private IReadOnlyList<Finding> CheckSource()
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Content);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException("文稿不是 UTF-8 文本。");
        }

        var reading = DocumentSource.Read(text, new SourceReadOptions { AllowsClassified = AllowsClassified });
        return reading.Document is { } document
            ? [.. reading.Findings, .. DocumentChecker.Check(document, reading.ElementLines)]
            : throw new UnreadableFileException(string.Join(" ", reading.Problems.Take(5)));
    }
}
