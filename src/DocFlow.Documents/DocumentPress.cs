using DocFlow.Documents.Charts;
using DocFlow.Documents.Comparing;
using DocFlow.Documents.Model;
using DocFlow.Documents.Papers;
using DocFlow.Documents.Pdf;
using DocFlow.Documents.Signing;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Documents.Word;

namespace DocFlow.Documents;

/// <summary>From a document to its pages and files. One press serves a whole process; safe for concurrent use.</summary>
public sealed class DocumentPress(FontLibrary fonts, TypesettingOptions? options = null)
{
    private readonly Typesetter _typesetter = new(fonts);
    private readonly PdfWriter _pdfWriter = new(fonts);

    /// <exception cref="FontsMissingException">No face can draw a family.</exception>
    public TypesetDocument Typeset(OfficialDocument document) => _typesetter.Typeset(document, options);

    /// <summary>Typesets with other options than the press's own, such as the seals of this document.</summary>
    /// <exception cref="FontsMissingException">No face can draw a family.</exception>
    public TypesetDocument Typeset(OfficialDocument document, TypesettingOptions? own) => _typesetter.Typeset(document, own ?? options);

    /// <summary>Writes one file format of a typeset document; the target stays open.</summary>
    /// <param name="isArchival">A PDF for keeping: PDF/A-2u.</param>
    /// <param name="signing">Who signs a PDF electronically; Word files bear no signature.</param>
    public void Write(TypesetDocument document, FileFormat format, Stream target, bool isArchival = false, PdfSigning? signing = null)
    {
        if (format == FileFormat.Word)
        {
            WordWriter.Write(document.Source, document, target);
            return;
        }

        _pdfWriter.Write(document, target, new PdfDetails(document.Source.Title.Replace("/", "", StringComparison.Ordinal), string.Join('，', document.Source.Issuers)) { IsArchival = isArchival, Signing = signing });
    }

    /// <summary>Lays out a comparison of versions (花脸稿), with the list of their changes behind it.</summary>
    /// <param name="versions">From the earlier version to the later one, with those between them.</param>
    /// <param name="labels">What is compared, as printed above it: 第1稿至第2稿.</param>
    /// <exception cref="FontsMissingException">No face can draw a family.</exception>
    public TypesetDocument Typeset(IReadOnlyList<ComparedVersion> versions, string labels) =>
        new RedlinePages(fonts, options ?? TypesettingOptions.Default).Typeset(versions, labels);

    /// <summary>Lays out a printed table of the office.</summary>
    /// <exception cref="FontsMissingException">No face can draw a family.</exception>
    public TypesetPaper Typeset(Paper paper) => new PaperTypesetter(fonts).Typeset(paper);

    /// <summary>Lays out a chart on one page; it is written as PDF.</summary>
    /// <exception cref="FontsMissingException">No face can draw a family.</exception>
    public TypesetDocument Typeset(ChartSheet sheet) => new ChartTypesetter(fonts).Typeset(sheet);

    /// <summary>Writes one file format of a paper; the target stays open.</summary>
    public void Write(TypesetPaper paper, FileFormat format, Stream target)
    {
        if (format == FileFormat.Word)
            PaperXml.Write(paper, target);
        else
            _pdfWriter.Write(paper.Layout, target, new PdfDetails(paper.Paper.PlainTitle, paper.Paper.Issuer));
    }
}
