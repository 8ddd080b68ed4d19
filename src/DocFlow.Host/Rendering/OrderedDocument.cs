using System.Text;
using DocFlow.Documents;
using DocFlow.Documents.Model;
using DocFlow.Documents.Source;
using DocFlow.Office;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Steps;

namespace DocFlow.Host.Rendering;

/// <summary>The document that an order asks to draw: the number and dates of the registers override the draft's.</summary>
internal static class OrderedDocument
{
    public const string Word = "docx";
    public const string Pdf = "pdf";

    /// <exception cref="RefusalException">The source can't be read.</exception>
    public static OfficialDocument Of(RenderOrder order)
    {
        var reading = DocumentSource.Read(order.SourceText, new SourceReadOptions { ReadSibling = Sibling(order.Attachments) });
        if (reading.Document is not { } source)
            throw new RefusalException(Refusal.Invalid, string.Join(" ", reading.Problems));
        return source with
        {
            Number = order.Number ?? source.Number,
            Date = order.SignedOn ?? source.Date,
            PrintedOn = order.PrintedOn ?? (order.Purpose == RenderingPurpose.Final ? source.PrintedOn ?? order.SignedOn : source.PrintedOn),
        };
    }

    public static Func<string, string?> Sibling(IReadOnlyDictionary<string, byte[]> attachments) =>
        name => attachments.TryGetValue(name, out var bytes) ? Encoding.UTF8.GetString(bytes) : null;

    public static FileFormat FormatOf(string format) => format == Word ? FileFormat.Word : FileFormat.Pdf;
}
