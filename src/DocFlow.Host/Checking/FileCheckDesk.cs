using DocFlow.Documents;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Checking.Correcting;
using DocFlow.Documents.Checking.Reporting;
using DocFlow.Documents.Signing;
using DocFlow.Host.Composition;
using DocFlow.Host.Rendering;
using DocFlow.Host.Signing;
using DocFlow.Office;

namespace DocFlow.Host.Checking;

/// <summary>Checks and verifies files from outside, a few at a time and not for ever; nothing is kept.</summary>
internal sealed class FileCheckDesk(PaperPrinter printer, TrustShelf trust, TimeProvider time) : IDisposable
{
    public const int MostBytes = 20 * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _places = new(Math.Max(1, Environment.ProcessorCount - 1));

    /// <exception cref="RefusalException">The file is larger than is looked at.</exception>
    public static void RefuseTooLarge(long bytes)
    {
        if (bytes > MostBytes)
            throw new RefusalException(Refusal.Invalid, $"文件超过{MostBytes / 1024 / 1024} MB，不能检测。");
    }

    /// <exception cref="RefusalException">The file can't be read; the reason in one line.</exception>
    /// <exception cref="BusyException">Too many are being checked, or it took too long.</exception>
    public Task<IReadOnlyList<Finding>> CheckAsync(OutsideFile file, CancellationToken cancellationToken) => RunAsync(file.Check, cancellationToken);

    /// <summary>验签: what the file's electronic signatures say.</summary>
    /// <exception cref="RefusalException">Not a readable PDF; the reason in one line.</exception>
    /// <exception cref="BusyException">Too many are being checked, or it took too long.</exception>
    public Task<SignatureAnswer> VerifyAsync(byte[] pdf, CancellationToken cancellationToken) => RunAsync(token => SignatureAnswer.Of(PdfSignatures.Verify(pdf, trust.Read(), token)), cancellationToken);

    /// <summary>The findings as a table in the official layout.</summary>
    /// <param name="on">The day of the check.</param>
    /// <exception cref="RefusalException">The file can't be read, or there are no fonts.</exception>
    /// <exception cref="BusyException">Too many are being checked, or it took too long.</exception>
    public async Task<byte[]> ReportAsync(OutsideFile file, FileFormat format, DateOnly on, CancellationToken cancellationToken)
    {
        var findings = await CheckAsync(file, cancellationToken);
        return await printer.PrintAsync(CheckReport.Of(file.Name, findings, file.IsWord, on), format);
    }

    /// <summary>A copy with the findings as comments.</summary>
    /// <exception cref="RefusalException">Not a readable .docx.</exception>
    /// <exception cref="BusyException">Too many are being checked, or it took too long.</exception>
    public Task<byte[]> CommentAsync(OutsideFile file, CancellationToken cancellationToken) =>
        RunAsync(token => WordComments.Write(OnlyWord(file).Content, file.Check(token)), cancellationToken);

    /// <summary>A corrected copy, and what it leaves to a person.</summary>
    /// <exception cref="RefusalException">Not a readable .docx.</exception>
    /// <exception cref="BusyException">Too many are being checked, or it took too long.</exception>
    public Task<CorrectedFile> CorrectAsync(OutsideFile file, CancellationToken cancellationToken) =>
        RunAsync(
            token =>
            {
                // Refused for the same reasons as a check.
                _ = OnlyWord(file).Check(token);
                return WordCorrector.Correct(file.Content);
            },
            cancellationToken);

    public void Dispose() => _places.Dispose();

    private static OutsideFile OnlyWord(OutsideFile file) => file.IsWord ? file : throw new UnreadableFileException("只有 Word 文件（.docx）能加批注、生成改正稿。");

    private async Task<T> RunAsync<T>(Func<CancellationToken, T> work, CancellationToken cancellationToken)
    {
        if (!await _places.WaitAsync(Longest, cancellationToken))
            throw new BusyException("正在检测的文件太多，请稍后再试。");
        using var limit = new CancellationTokenSource(Longest, time);
        var token = limit.Token;
        var working = Task.Run(
            () =>
            {
                try
                {
                    return work(token);
                }
                finally
                {
                    _places.Release();
                }
            },
            CancellationToken.None);
        try
        {
            return await working.WaitAsync(Longest, time, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException || exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new BusyException($"检测用了{Longest.TotalSeconds:0}秒还没有完成，已停止。请拆成较小的文件再试。");
        }
        catch (UnreadableFileException unreadable)
        {
            throw new RefusalException(Refusal.Invalid, unreadable.Message);
        }
    }
}
