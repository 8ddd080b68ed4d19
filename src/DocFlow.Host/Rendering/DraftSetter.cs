using DocFlow.Documents.Checking;
using DocFlow.Documents.Source;
using DocFlow.Documents.Typesetting;
using DocFlow.Host.Parts;

namespace DocFlow.Host.Rendering;

/// <summary>Reads, checks and typesets a draft as it stands, for its pages on the screen.</summary>
internal sealed class DraftSetter(FontShelf shelf)
{
    /// <summary>Some 400 pages.</summary>
    public const int MostCharacters = 250_000;

    /// <summary>Why a text is too long to be set while typing, in Chinese; null when it isn't.</summary>
    public static string? TooLong(string source) => source.Length > MostCharacters
        ? $"文稿有{source.Length}个字符，超过预览和检查的上限{MostCharacters}。可先保存，送审时生成文件。"
        : null;

    /// <param name="attachments">Annex files by the name that the source gives them.</param>
    /// <exception cref="Documents.Typesetting.Fonts.FontsMissingException">No face can draw a family.</exception>
    public SetDraft Set(string source, IReadOnlyDictionary<string, byte[]> attachments)
    {
        var reading = DocumentSource.Read(source, new SourceReadOptions { ReadSibling = OrderedDocument.Sibling(attachments), MostCharacters = MostCharacters });
        if (reading.Document is not { } document)
            return new SetDraft([], reading.Findings, reading.Problems);
        var typeset = shelf.Press.Typeset(document);
        return new SetDraft(typeset.Pages, [.. reading.Findings, .. DocumentChecker.Check(document, reading.ElementLines), .. typeset.Findings], []);
    }
}

/// <summary>A draft's pages and what is to be mended.</summary>
/// <param name="Pages">Empty when there is a problem.</param>
/// <param name="Problems">Why it can't be set.</param>
internal sealed record SetDraft(IReadOnlyList<TypesetPage> Pages, IReadOnlyList<Finding> Findings, IReadOnlyList<SourceProblem> Problems);
