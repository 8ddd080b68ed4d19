using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using DocFlow.Documents;

namespace DocFlow.Host.Tests.Checking;

/// <summary>格式检测 over HTTP: findings, report, comments and corrected copy, within limits.</summary>
[Trait("Journey", "J29")]
public sealed class FileCheckApiTests(SharedHost shared)
{
    [Theory]
    [InlineData("通知.docx")]
    [InlineData("通知.pdf")]
    [InlineData("通知.gw.txt")]
    public async Task Findings_come_as_json_from_each_kind_of_file(string name)
    {
        var (status, content) = await PostAsync("", name, ContentOf(name));

        Assert.Equal(HttpStatusCode.OK, status);
        var answer = JsonDocument.Parse(content).RootElement;
        Assert.Equal(2, answer.GetProperty("blocking").GetInt32());
        var rules = answer.GetProperty("findings").EnumerateArray().Where(finding => string.Equals(finding.GetProperty("severity").GetString(), "blocking", StringComparison.OrdinalIgnoreCase)).Select(finding => finding.GetProperty("rule").GetString());
        Assert.Equal(["G-29", "G-93"], rules.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("report.pdf", "通知.pdf", "%PDF")]
    [InlineData("report.docx", "通知.gw.txt", "PK")]
    [InlineData("comments.docx", "通知.docx", "PK")]
    [InlineData("corrected.docx", "通知.docx", "PK")]
    public async Task Files_are_made_from_the_findings(string result, string name, string start)
    {
        var (status, content) = await PostAsync(result, name, ContentOf(name));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith(start, Encoding.Latin1.GetString(content, 0, 4), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_corrected_copy_has_nothing_that_blocks()
    {
        var (_, corrected) = await PostAsync("corrected.docx", "通知.docx", ContentOf("通知.docx"));
        var (_, again) = await PostAsync("", "通知.docx", corrected);

        Assert.Equal(0, JsonDocument.Parse(again).RootElement.GetProperty("blocking").GetInt32());
        using var archive = new ZipArchive(new MemoryStream(corrected));
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        Assert.Contains("〔2026〕12号", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "宏.docm", HttpStatusCode.BadRequest, "带有宏")]
    [InlineData("", "旧.doc", HttpStatusCode.BadRequest, "另存为 .docx")]
    [InlineData("", "图.png", HttpStatusCode.BadRequest, "只能检测")]
    [InlineData("", "假.docx", HttpStatusCode.BadRequest, "不是 Word 文件")]
    [InlineData("", "假.pdf", HttpStatusCode.BadRequest, "不是 PDF 文件")]
    [InlineData("", "假.gw.txt", HttpStatusCode.BadRequest, "第1行")]
    [InlineData("corrected.docx", "通知.pdf", HttpStatusCode.BadRequest, "只有 Word 文件")]
    [InlineData("other.docx", "通知.docx", HttpStatusCode.NotFound, "可选")]
    public async Task What_cannot_be_checked_is_refused_in_one_line(string result, string name, HttpStatusCode expected, string words)
    {
        var (status, content) = await PostAsync(result, name, name.StartsWith("通知", StringComparison.Ordinal) ? ContentOf(name) : "假的"u8.ToArray());

        Assert.Equal(expected, status);
        Assert.Contains(words, JsonDocument.Parse(content).RootElement.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused()
    {
        var (status, _) = await PostAsync("", "大.pdf", new byte[20 * 1024 * 1024 + 1]);

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task Nothing_is_kept()
    {
        var folder = shared.Host.Folder;
        var before = Files(folder);
        await PostAsync("", "通知.docx", ContentOf("通知.docx"));
        await PostAsync("corrected.docx", "通知.docx", ContentOf("通知.docx"));

        Assert.Equal(before, Files(folder));
    }

    private static List<string> Files(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(path => !Path.GetFileName(path).Contains(".db", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static byte[] ContentOf(string name) =>
        name.EndsWith(".docx", StringComparison.Ordinal) ? FaultyFiles.Write(FileFormat.Word)
        : name.EndsWith(".pdf", StringComparison.Ordinal) ? FaultyFiles.Write(FileFormat.Pdf)
        : Encoding.UTF8.GetBytes(FaultyFiles.Source);

    private async Task<(HttpStatusCode Status, byte[] Content)> PostAsync(string result, string name, byte[] content)
    {
        var client = shared.Host.As("linzhiyuan");
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        using var response = await client.PostAsync($"/api/files/check/{result}", form, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
