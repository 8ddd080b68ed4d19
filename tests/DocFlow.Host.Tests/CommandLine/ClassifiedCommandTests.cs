using System.Diagnostics;
using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Host.Tests.CommandLine;

/// <summary>An ordinary installation refuses classified documents; one whose environment says that it was approved for them sets and checks them.</summary>
public sealed class ClassifiedCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("docflow-classified-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_ordinary_installation_refuses_and_an_approved_one_renders_and_checks()
    {
        var source = Path.Combine(_folder, "notice.gw.txt");
        File.WriteAllText(source, Notice.Source.Replace("文种: 通知", "文种: 通知\n份号: \"000017\"\n密级: 机密★3年\n紧急程度: 特急", StringComparison.Ordinal));

        var refused = Run(null, "render", source, "--out", _folder);
        Assert.Equal(2, refused.Exit);
        Assert.Contains("涉密", refused.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder, "*.pdf"));

        Assert.Equal(0, Run("allow", "render", source, "--out", _folder).Exit);
        var rows = MeasuredPdf.Read(File.ReadAllBytes(Path.Combine(_folder, "notice.pdf"))).Pages[0].Rows;
        Assert.Equal(["000017", "机密★3年", "特急"], rows.Take(3).Select(row => row.Text));

        var found = Run("allow", "check", Path.Combine(_folder, "notice.docx"));
        Assert.DoesNotContain("G-2", found.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_does_not_start_with_a_setting_that_it_does_not_know()
    {
        var (exit, _, errors) = Run("maybe", "--urls", "http://127.0.0.1:0");

        Assert.NotEqual(0, exit);
        Assert.Contains("DOCFLOW_CLASSIFIED", errors, StringComparison.Ordinal);
    }

    private (int Exit, string Output, string Errors) Run(string? classified, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DocFlow.Host.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOCFLOW_DATA"] = Path.Combine(_folder, "data");
        start.Environment["DOCFLOW_CLASSIFIED"] = classified;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
