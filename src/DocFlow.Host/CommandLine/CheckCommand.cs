using System.CommandLine;
using System.Text.Json;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Source;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Host.CommandLine;

/// <summary>check FILE: findings for a source, .docx or .pdf. Exit 1 when any is blocking, 2 when the file can't be read.</summary>
internal static class CheckCommand
{
    private const int HasBlocking = 1;
    private const int Unreadable = 2;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "文稿（*.gw.txt）、.docx 或 .pdf" };
        var json = new Option<bool>("--json") { Description = "输出 JSON" };
        var corrected = new Option<FileInfo?>("--fix") { Description = "写出改正稿（只对 .docx）" };
        var comments = new Option<FileInfo?>("--comments") { Description = "写出批注稿（只对 .docx）" };
        var report = new Option<FileInfo?>("--report") { Description = "写出检测报告（.docx 或 .pdf）" };
        var command = new Command("check", "检查文稿或文件。") { file, json, corrected, comments, report };
        command.SetAction((result, _) => RunAsync(result.GetValue(file)!, result.GetValue(json), new CheckCopies(result.GetValue(corrected), result.GetValue(comments), result.GetValue(report))));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, bool asJson, CheckCopies copies)
    {
        try
        {
            var findings = FindingsOf(file);
            var written = await copies.WriteAsync(file, findings);
            var blocking = findings.Count(finding => finding.Severity == FindingSeverity.Blocking);
            if (asJson)
            {
                Console.WriteLine(JsonSerializer.Serialize(new { file = file.ToString(), findings, blocking }, CommandJson.Options));
            }
            else
            {
                Console.WriteLine($"{file}：{findings.Count}项，其中须改{blocking}项。");
                FindingPrinter.Print(findings);
                foreach (var line in written)
                    Console.WriteLine(line);
            }

            return blocking > 0 ? HasBlocking : 0;
        }
        catch (Exception exception) when (exception is CommandRefusedException or UnreadableFileException or IOException or UnauthorizedAccessException or FontsMissingException)
        {
            await Console.Error.WriteLineAsync($"{file}：{SourceFile.Explain(exception)}");
            return Unreadable;
        }
    }

    private static IReadOnlyList<Finding> FindingsOf(FileInfo file)
    {
        if (Directory.Exists(file.FullName))
            throw new CommandRefusedException("这是文件夹，请指明其中的文件。");
        if (!file.Exists)
            throw new CommandRefusedException("找不到文件。");
        switch (file.Extension.ToLowerInvariant())
        {
            case ".docx":
                return FileChecker.CheckWord(file.FullName);
            case ".pdf":
                return FileChecker.CheckPdf(file.FullName);
        }

        var reading = DocumentSource.Read(
            SourceFile.ReadText(file.FullName), new SourceReadOptions { ReadSibling = SourceReadOptions.SiblingsOf(file.DirectoryName!) });
        return reading.Document is { } document
            ? [.. reading.Findings, .. DocumentChecker.Check(document, reading.ElementLines)]
            : throw new CommandRefusedException(string.Join(Environment.NewLine, reading.Problems));
    }
}
