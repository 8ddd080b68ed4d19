using System.Text;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Tests.Checking.Pdf;

/// <summary>Each measurable rule is broken on purpose in a clean document's pages, and the PDF's check finds it at its place; the clean ones have no finding to be looked at.</summary>
public sealed class PdfFaultTests
{
    private const double SameRow = 0.6;

    public static TheoryData<string> Names => new(PdfFaults.All.Keys);

    public static TheoryData<string> Documents => PdfFaultDocuments.Names;

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_clean_document_has_no_finding_to_be_looked_at(string name)
    {
        var findings = FileChecker.CheckPdf(MeasuredPdf.Write(PdfFaultDocuments.Get(name)));

        Assert.True(findings.All(finding => finding.Severity == FindingSeverity.Info), CheckedFiles.Describe(findings));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_is_found_at_its_place(string name)
    {
        var fault = PdfFaults.All[name];
        var broken = fault.Break(PdfFaultDocuments.Get(fault.Document));
        var file = MeasuredPdf.Write(broken);
        var findings = FileChecker.CheckPdf(fault.Rewrite is { } rewrite ? Encoding.Latin1.GetBytes(rewrite(Encoding.Latin1.GetString(file))) : file);
        var place = PlaceOf(broken, fault);
        var finding = findings.FirstOrDefault(finding => finding.Rule == fault.Rule && finding.Measured?.Contains(fault.Measured, StringComparison.Ordinal) == true && IsAt(finding, place));

        Assert.True(finding is not null, $"{fault.Rule} {fault.Measured} at {place}:\n{CheckedFiles.Describe(findings)}");
        Assert.NotNull(finding.Clause);
        Assert.NotNull(finding.Strength);
        Assert.NotNull(finding.Required);
        Assert.NotNull(finding.Fix);
    }

    private static bool IsAt(Finding finding, (int Page, int? Row) place) => finding.Page == place.Page && (place.Row is null || finding.Line == place.Row);

    // Rows count from the top of a page; the page number is none of them.
    private static (int Page, int? Row) PlaceOf(TypesetDocument document, PdfFault fault)
    {
        if (fault.Words.Length == 0)
            return (fault.Page ?? 1, null);
        for (var index = 0; index < document.Pages.Count; index++)
        {
            if (fault.Page is { } wanted && wanted != index + 1)
                continue;
            var rows = document.Pages[index].Lines.Where(line => line.Role != LineRole.PageNumber && line.Runs.Count > 0).OrderBy(line => line.Baseline).ToList();
            if (rows.FirstOrDefault(line => line.Text.StartsWith(fault.Words, StringComparison.Ordinal)) is not { } row)
                continue;
            return (index + 1, 1 + rows.Where(line => line.Baseline < row.Baseline - SameRow).Select(line => Math.Round(line.Baseline)).Distinct().Count());
        }

        throw new InvalidOperationException($"No row starts with “{fault.Words}”.");
    }
}
