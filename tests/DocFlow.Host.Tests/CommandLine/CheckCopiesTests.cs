using DocFlow.Documents;
using DocFlow.Host.Tests.Checking;

namespace DocFlow.Host.Tests.CommandLine;

/// <summary>What check writes beside its findings.</summary>
public sealed class CheckCopiesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("docflow-copies-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Corrected_copy_comments_and_report_are_written_and_the_original_stays()
    {
        var original = FaultyFiles.Write(FileFormat.Word);
        var file = Path.Combine(_folder, "a.docx");
        File.WriteAllBytes(file, original);
        string[] targets = [Path.Combine(_folder, "fixed.docx"), Path.Combine(_folder, "comments.docx"), Path.Combine(_folder, "report.pdf")];
        var (exit, output, errors) = CommandTests.Run("check", file, "--fix", targets[0], "--comments", targets[1], "--report", targets[2]);

        Assert.True(exit == 1, errors);
        Assert.All(targets, target => Assert.True(new FileInfo(target).Length > 0));
        Assert.Equal(original, File.ReadAllBytes(file));
        Assert.Contains("改好2项", output, StringComparison.Ordinal);
        Assert.Equal(0, CommandTests.Run("check", targets[0]).Exit);
    }

    [Fact]
    public void The_checked_file_is_never_written_over()
    {
        var file = Path.Combine(_folder, "a.docx");
        File.WriteAllBytes(file, FaultyFiles.Write(FileFormat.Word));
        var (exit, _, errors) = CommandTests.Run("check", file, "--fix", file);

        Assert.Equal(2, exit);
        Assert.Contains("不能写到被检查的文件上", errors, StringComparison.Ordinal);
    }
}
