using System.CommandLine;
using System.Text.Json;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Signing;
using DocFlow.Host.Composition;
using DocFlow.Host.Signing;
using DocFlow.Office;
using DocFlow.Office.Time;

namespace DocFlow.Host.CommandLine;

/// <summary>verify FILE: what the electronic signatures of a PDF say. Exit 0 when they are good, 1 when not or when there are none, 2 when the file can't be read.</summary>
internal static class VerifyCommand
{
    private const int NotGood = 1;
    private const int Unreadable = 2;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "PDF 文件" };
        var json = new Option<bool>("--json") { Description = "输出 JSON" };
        var command = new Command("verify", "验证 PDF 的电子签名（信任数据文件夹 keys/trusted 中的证书）。") { file, json };
        command.SetAction((result, _) => RunAsync(result.GetValue(file)!, result.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, bool asJson)
    {
        try
        {
            if (!file.Exists)
                throw new CommandRefusedException("找不到文件。");
            var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
            var settings = HostSettings.From(configuration);
            var trusted = new TrustShelf(new OfficeSigner(configuration, settings, new OfficeClock(TimeProvider.System)), settings).Read();
            var answer = SignatureAnswer.Of(PdfSignatures.Verify(await File.ReadAllBytesAsync(file.FullName), trusted));
            Console.WriteLine(asJson ? JsonSerializer.Serialize(new { file = file.ToString(), answer.IsValid, answer.Says, answer.Signatures }, CommandJson.Options) : Show(file, answer));
            return answer.IsValid ? 0 : NotGood;
        }
        catch (Exception exception) when (exception is CommandRefusedException or UnreadableFileException or RefusalException or StartRefusedException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{file}：{SourceFile.Explain(exception)}");
            return Unreadable;
        }
    }

    private static string Show(FileInfo file, SignatureAnswer answer) => string.Join(
        Environment.NewLine,
        [
            $"{file}：{answer.Says}",
            .. answer.Signatures.Select(line => FormattableString.Invariant($"  {line.Verdict}：{line.Signer ?? "签名者不明"}，{line.SignedAt:yyyy-MM-dd HH:mm:ss zzz}，{line.Algorithm}，颁发者{line.Issuer}。{line.Reason}{(line.IsTrial ? "（测试证书，不具效力）" : "")}")),
        ]);
}
