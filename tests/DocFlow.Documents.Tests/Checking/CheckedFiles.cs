using DocFlow.Documents.Checking;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Tests.Checking;

/// <summary>Documents as the product issues them, checked as files from outside.</summary>
internal static class CheckedFiles
{
    public static byte[] Word(string source, TypesettingOptions? options = null)
    {
        var typeset = new Typesetter(TestFonts.Library).Typeset(Sources.Read(source), options);
        using var stream = new MemoryStream();
        WordWriter.Write(typeset.Source, typeset, stream);
        return stream.ToArray();
    }

    public static byte[] Pdf(string source, TypesettingOptions? options = null) => MeasuredPdf.Write(new Typesetter(TestFonts.Library).Typeset(Sources.Read(source), options));

    public static IReadOnlyList<Finding> CheckWord(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return FileChecker.CheckWord(stream);
    }

    public static string Describe(IEnumerable<Finding> findings) =>
        string.Join("\n", findings.Select(finding => $"{finding.Severity} {finding.Rule} p{finding.Page} l{finding.Line} “{finding.Text}” {finding.Message} {finding.Measured} / {finding.Required}"));
}
