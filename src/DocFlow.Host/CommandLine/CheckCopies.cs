using DocFlow.Documents;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Checking.Correcting;
using DocFlow.Documents.Checking.Reporting;

namespace DocFlow.Host.CommandLine;

/// <summary>What a check writes beside its findings; the checked file itself is never touched.</summary>
/// <param name="Corrected">改正稿</param>
/// <param name="Comments">批注稿</param>
/// <param name="Report">检测报告</param>
internal sealed record CheckCopies(FileInfo? Corrected, FileInfo? Comments, FileInfo? Report)
{
    /// <returns>What was written, one line each.</returns>
    /// <exception cref="CommandRefusedException">Not a Word file, or it would write over the checked file.</exception>
    public async Task<IReadOnlyList<string>> WriteAsync(FileInfo file, IReadOnlyList<Finding> findings)
    {
        var written = new List<string>();
        var isWord = file.Extension.Equals(".docx", StringComparison.OrdinalIgnoreCase);
        if ((Corrected ?? Comments) is not null && !isWord)
            throw new CommandRefusedException("只有 Word 文件（.docx）能加批注、生成改正稿。");
        if (new[] { Corrected, Comments, Report }.Any(target => target?.FullName == file.FullName))
            throw new CommandRefusedException("不能写到被检查的文件上，请换一个文件名。");
        if (Corrected is { } corrected)
        {
            var copy = WordCorrector.Correct(await File.ReadAllBytesAsync(file.FullName));
            await File.WriteAllBytesAsync(corrected.FullName, copy.Content);
            written.Add($"改正稿：{corrected}，改好{copy.Fixed.Count}项，余{copy.Left.Count}项。");
        }

        if (Comments is { } comments)
        {
            await File.WriteAllBytesAsync(comments.FullName, WordComments.Write(await File.ReadAllBytesAsync(file.FullName), findings));
            written.Add($"批注稿：{comments}");
        }

        if (Report is { } report)
        {
            await WriteReportAsync(file, findings, isWord, report);
            written.Add($"检测报告：{report}");
        }

        return written;
    }

    private static async Task WriteReportAsync(FileInfo file, IReadOnlyList<Finding> findings, bool isWord, FileInfo target)
    {
        var format = target.Extension.ToLowerInvariant() switch
        {
            ".pdf" => FileFormat.Pdf,
            ".docx" => FileFormat.Word,
            _ => throw new CommandRefusedException("检测报告只能写成 .docx 或 .pdf。"),
        };
        using var fonts = await CommandFonts.LoadAsync();
        var press = new DocumentPress(fonts);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        await using var stream = File.Create(target.FullName);
        press.Write(press.Typeset(CheckReport.Of(file.Name, findings, isWord, today)), format, stream);
    }
}
