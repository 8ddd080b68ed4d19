using System.Diagnostics;
using System.Text.Json;

namespace DocFlow.Host.Tests.CommandLine;

/// <summary>The commands as scripts call them: exit codes, pure JSON, one clear line for what can't be read.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("docflow-command-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Render_writes_both_files_and_pure_json()
    {
        var source = Path.Combine(Repository.Root, "templates/notice/general/sample.gw.txt");
        var (exit, output, _) = Run("render", source, "--out", _folder, "--json");

        Assert.Equal(0, exit);
        var document = JsonDocument.Parse(output).RootElement.GetProperty("documents")[0];
        Assert.Equal(4, document.GetProperty("pages").GetInt32());
        Assert.All(document.GetProperty("files").EnumerateArray(), file => Assert.True(File.Exists(file.GetString())));
        Assert.Equal(2, document.GetProperty("files").GetArrayLength());
        Assert.Equal("warning", document.GetProperty("findings").EnumerateArray().First(finding => finding.GetProperty("rule").GetString() == "G-13").GetProperty("severity").GetString());
    }

    [Fact]
    public void Render_fills_a_template_with_data()
    {
        var template = Path.Combine(Repository.Root, "templates/reply/approval");
        var (exit, _, errors) = Run("render", Path.Combine(template, "template.gw.txt"), "--data", Path.Combine(template, "sample.json"), "--out", _folder, "--formats", "pdf");

        Assert.True(exit == 0, errors);
        Assert.True(File.Exists(Path.Combine(_folder, "template.pdf")));
    }

    [Fact]
    public void Render_goes_on_after_a_file_that_cannot_be_read_and_exits_2()
    {
        var broken = Write("broken.gw.txt", "---\n文种: 通知\n未知: 甲\n---\n");
        var good = Path.Combine(Repository.Root, "templates/reply/approval/sample.gw.txt");
        var (exit, _, errors) = Run("render", broken, good, "--out", _folder, "--formats", "pdf");

        Assert.Equal(2, exit);
        Assert.Contains("第3行", errors, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "sample.pdf")));
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\n文种: 通知\n发文机关: 甲\n标题: 甲关于开会的通知\n主送: 乙\n---\n请知悉。\n", 0)]
    [InlineData("---\n文种: 通知\n发文机关: 甲\n标题: 甲关于开会的通知\n主送: 乙\n---\n依据云办发[2026]37号。\n", 1)]
    [InlineData("不是文稿", 2)]
    public void Check_exits_by_what_it_finds(string source, int expected)
    {
        var (exit, output, _) = Run("check", Write("a.gw.txt", source), "--json");

        Assert.Equal(expected, exit);
        if (expected < 2)
            Assert.Equal(expected, JsonDocument.Parse(output).RootElement.GetProperty("blocking").GetInt32());
    }

    [Theory]
    [InlineData("a.docx", "不是 Word 文件")]
    [InlineData("a.pdf", "不是 PDF 文件")]
    public void A_file_that_is_not_what_its_name_says_is_refused(string name, string message)
    {
        var (exit, _, errors) = Run("check", Write(name, "假的文件"));

        Assert.Equal(2, exit);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("request/approval")]
    [InlineData("letter/consultation")]
    [InlineData("order/promulgation")]
    [InlineData("minutes/meeting")]
    [InlineData("notice/joint")]
    public void Every_format_is_rendered_with_sample_seals_only_when_asked(string sample)
    {
        var source = Path.Combine(Repository.Root, "templates", sample, "sample.gw.txt");
        foreach (var (option, isSealed) in new[] { ("--json", false), ("--sample-seals", sample != "minutes/meeting") })
        {
            var (exit, _, errors) = Run("render", source, "--out", _folder, option);
            Assert.True(exit == 0, errors);
            Assert.Equal(isSealed, File.ReadAllText(Path.Combine(_folder, "sample.pdf"), System.Text.Encoding.Latin1).Contains("/S/Figure", StringComparison.Ordinal));
            Assert.True(new FileInfo(Path.Combine(_folder, "sample.docx")).Length > 0);
        }
    }

    [Theory]
    [InlineData("---\n文种: 通知\n文种: 意见\n---\n", "第3行")]
    [InlineData("---\n文种: 通知\n成文日期: 2026-02-30\n---\n", "第3行")]
    [InlineData("---\n文种: 通知\n主送: {甲: 乙}\n---\n", "第3行")]
    [InlineData("---\na: &a [x,x]\nb: [*a,*a]\n---\n", "第2行")]
    [InlineData("---\n文种: 通知\n---\n正\u0007文\n", "第4行")]
    [InlineData("---\n文种: 通知\n格式: 命令\n---\n", "只能一同使用")]
    [InlineData("", "第1行")]
    public void A_bad_source_gives_one_clear_line_from_both_commands(string source, string message)
    {
        var path = Write("bad.gw.txt", source);
        foreach (var (exit, output, errors) in new[] { Run("render", path, "--out", _folder), Run("check", path) })
        {
            Assert.Equal(2, exit);
            Assert.Contains(message, errors, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", output + errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Files_and_folders_that_cannot_be_used_are_said_in_Chinese()
    {
        var good = Path.Combine(Repository.Root, "templates/reply/approval/sample.gw.txt");
        var blocked = Write("file.txt", "不是文件夹");
        var foreign = Path.Combine(_folder, "foreign.gw.txt");
        File.WriteAllBytes(foreign, [0xB9, 0xFA, 0xBC, 0xD2]);
        (int Exit, string Output, string Errors)[] runs =
        [
            Run("render", good, "--out", Path.Combine(blocked, "sub")),
            Run("render", foreign, "--out", _folder),
            Run("check", foreign),
            Run("check", Path.Combine(_folder, "missing.docx")),
            Run("check", _folder),
        ];
        Assert.All(runs, run =>
        {
            Assert.Equal(2, run.Exit);
            Assert.Matches("[\u4e00-\u9fa5]{4}", run.Errors);
            Assert.Single(run.Errors.Trim().Split('\n'));
            Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Check_prints_findings_in_the_agreed_shape()
    {
        var path = Write("a.gw.txt", "---\n文种: 通知\n发文机关: 甲\n标题: 甲关于开会的通知\n主送: 乙\n---\n依据云办发[2026]37号。\n");
        var (_, output, _) = Run("check", path, "--json");

        var root = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["file", "findings", "blocking"], root.EnumerateObject().Select(property => property.Name));
        var finding = root.GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("rule").GetString() == "G-29");
        Assert.Equal("blocking", finding.GetProperty("severity").GetString());
        Assert.Equal("要求", finding.GetProperty("strength").GetString());
        Assert.Equal("7.2.5", finding.GetProperty("clause").GetString());
        Assert.Equal(7, finding.GetProperty("line").GetInt32());
        string[] allowed = ["rule", "clause", "strength", "severity", "page", "line", "text", "measured", "required", "message", "fix"];
        Assert.All(finding.EnumerateObject(), property => Assert.Contains(property.Name, allowed));
    }

    [Fact]
    public void A_planted_fault_is_found_in_the_rendered_files()
    {
        var path = Write("fault.gw.txt", "---\n文种: 通知\n发文机关: 甲市委办公室\n发文字号: 甲办〔2026〕3号\n标题: 甲市委办公室关于开会的通知\n主送: 乙\n---\n于2026年01月5日报送。\n");
        Assert.Equal(0, Run("render", path, "--out", _folder).Exit);
        foreach (var name in new[] { "fault.docx", "fault.pdf" })
        {
            var (exit, output, _) = Run("check", Path.Combine(_folder, name), "--json");
            Assert.Equal(1, exit);
            Assert.Equal("G-51", JsonDocument.Parse(output).RootElement.GetProperty("findings").EnumerateArray().First(finding => finding.GetProperty("severity").GetString() == "blocking").GetProperty("rule").GetString());
        }
    }

    [Fact]
    public void What_was_rendered_checks_clean_as_word_and_pdf()
    {
        Assert.Equal(0, Run("render", Path.Combine(Repository.Root, "templates/opinion/guiding/sample.gw.txt"), "--out", _folder).Exit);

        Assert.Equal(0, Run("check", Path.Combine(_folder, "sample.docx")).Exit);
        Assert.Equal(0, Run("check", Path.Combine(_folder, "sample.pdf")).Exit);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    internal static (int Exit, string Output, string Errors) Run(params string[] arguments)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "DocFlow.Host.dll");
        var start = new ProcessStartInfo("dotnet", [host, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
