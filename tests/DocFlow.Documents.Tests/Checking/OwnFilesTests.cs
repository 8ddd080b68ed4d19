using DocFlow.Documents.Checking;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Tests.Rules;

namespace DocFlow.Documents.Tests.Checking;

/// <summary>What the product issues itself keeps every rule that its files can be measured by.</summary>
public sealed class OwnFilesTests
{
    public static TheoryData<string> Names() =>
        new(Directory.GetFiles(RepositoryFolder.Templates, "sample.gw.txt", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(RepositoryFolder.Templates, Path.GetDirectoryName(path)!))
            .Order(StringComparer.Ordinal)
            .Concat(RuleDocuments.Names));

    [Theory]
    [MemberData(nameof(Names))]
    public void Word_file_is_clean(string name) => AssertClean(CheckedFiles.CheckWord(RuleDocuments.Names.Contains(name) ? RuleDocuments.Word(name) : CheckedFiles.Word(Sample(name))));

    [Theory]
    [MemberData(nameof(Names))]
    public void Pdf_is_clean(string name) => AssertClean(FileChecker.CheckPdf(RuleDocuments.Names.Contains(name) ? RuleDocuments.Measure(name, "pdf").Bytes : CheckedFiles.Pdf(Sample(name))));

    private static string Sample(string name) => File.ReadAllText(Path.Combine(RepositoryFolder.Templates, name, "sample.gw.txt"));

    // Rules of the layout; what the words lack is said of the source, too. One row of text below a long head is parted from its date (G-60).
    private static void AssertClean(IReadOnlyList<Finding> findings)
    {
        var broken = findings.Where(finding => finding.Rule.StartsWith('G') && (finding.Severity == FindingSeverity.Blocking || RuleBook.Knows(finding.Rule))).Where(finding => finding.Rule != "G-60").ToList();
        Assert.True(broken.Count == 0, CheckedFiles.Describe(broken));
        Assert.Single(findings, finding => finding.Rule == "T-03");
    }
}
