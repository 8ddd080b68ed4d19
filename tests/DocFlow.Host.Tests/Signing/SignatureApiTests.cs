using System.Net;
using System.Text.Json;
using DocFlow.Documents;
using DocFlow.Documents.Signing;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Host.Composition;
using DocFlow.Host.Signing;
using DocFlow.Office;
using DocFlow.Office.Seals;
using DocFlow.Office.Time;
using Microsoft.Extensions.Configuration;

namespace DocFlow.Host.Tests.Signing;

/// <summary>验签 over REST and by command, and the key that the settings name.</summary>
[Trait("Journey", "J09")]
public sealed class SignatureApiTests(SharedHost shared) : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 12, 4, 9, 30, 0, TimeSpan.FromHours(8));
    private static readonly byte[] Key = TrialKey.Create(Now);

    private readonly string _folder = Directory.CreateTempSubdirectory("docflow-signing-").FullName;

    [Fact]
    public async Task A_signed_file_of_a_stranger_an_unsigned_one_and_no_pdf_are_told_apart()
    {
        var (status, answer) = await PostAsync(Write(KeyFileSigner.Open(Key, "")));
        Assert.Equal((HttpStatusCode.OK, false, "证书无效"), (status, answer.GetProperty("isValid").GetBoolean(), answer.GetProperty("says").GetString()));
        var line = Assert.Single(answer.GetProperty("signatures").EnumerateArray());
        Assert.Equal(("测试签名证书（不具效力）", "SM2/SM3", Now), (line.GetProperty("signer").GetString(), line.GetProperty("algorithm").GetString(), line.GetProperty("signedAt").GetDateTimeOffset()));

        (status, answer) = await PostAsync(Write(null));
        Assert.Equal((HttpStatusCode.OK, "没有电子签名", 0), (status, answer.GetProperty("says").GetString(), answer.GetProperty("signatures").GetArrayLength()));
        (status, answer) = await PostAsync("不是"u8.ToArray());
        Assert.Equal((HttpStatusCode.BadRequest, "不是 PDF 文件，或文件已加密、损坏。"), (status, answer.GetProperty("title").GetString()));
    }

    [Fact]
    public void Who_is_put_into_the_folder_of_the_trusted_is_trusted_at_once()
    {
        var settings = new HostSettings(_folder, _folder, _folder);
        var shelf = new TrustShelf(new OfficeSigner(new ConfigurationBuilder().Build(), settings, new OfficeClock(TimeProvider.System)), settings);
        var signer = KeyFileSigner.Open(Key, "");
        var file = Write(signer);
        Assert.Equal("证书无效", SignatureAnswer.Of(PdfSignatures.Verify(file, shelf.Read())).Says);

        Directory.CreateDirectory(shelf.Folder);
        File.WriteAllBytes(Path.Combine(shelf.Folder, "a.cer"), signer.Certificates[0].Encoded);
        Assert.Equal("有效", SignatureAnswer.Of(PdfSignatures.Verify(file, shelf.Read())).Says);
        File.WriteAllText(Path.Combine(shelf.Folder, "b.crt"), "不是证书");
        Assert.Contains("b.crt", Assert.Throws<RefusalException>(shelf.Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_offices_own_key_signs_what_is_sealed_while_its_certificate_holds()
    {
        var path = Path.Combine(_folder, "own.p12");
        File.WriteAllBytes(path, Key);
        var seals = new OrderedSeals([new OrderedSeal("某办", false, [], 42, 42)], UsesSamples: false);
        OfficeSigner Signer(DateTimeOffset at, string? certificate) => new(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Signing:Certificate"] = certificate }).Build(),
            new HostSettings(_folder, _folder, _folder), new OfficeClock(TimeProvider.System, at));

        Assert.Equal("测试签名证书（不具效力）", Signer(Now, path).SigningOf(seals)!.Signer.Certificates[0].Name);
        Assert.Null(Signer(Now, path).SigningOf(OrderedSeals.None));
        // An office at work that has no key issues as before; only one for trial makes one for itself.
        Assert.Null(Signer(Now, null).SigningOf(seals));
        Assert.NotNull(Signer(Now, null).SigningOf(seals with { UsesSamples = true }));
        Assert.Contains("现在不能签名", Assert.Throws<RefusalException>(() => Signer(Now.AddYears(9).AddYears(9).AddYears(9), path).SigningOf(seals)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none.p12", "读不到这个文件。")]
    [InlineData("bad.p12", "打不开：口令不对，或不是 PKCS #12 文件（.p12、.pfx）。")]
    public void A_key_that_cannot_be_used_keeps_the_host_from_starting(string name, string reason)
    {
        File.WriteAllText(Path.Combine(_folder, "bad.p12"), "不是");
        var refused = Assert.Throws<StartRefusedException>(() => DocFlowHost.Build(["--environment", "Production", "--DOCFLOW_DATA", _folder, "--Signing:Certificate", Path.Combine(_folder, name), "--applicationName", "DocFlow.Host"]));
        Assert.EndsWith(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_says_the_same_and_ends_with_its_number()
    {
        var (signed, plain) = (Path.Combine(_folder, "signed.pdf"), Path.Combine(_folder, "plain.pdf"));
        await File.WriteAllBytesAsync(signed, Write(KeyFileSigner.Open(Key, "")), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(plain, Write(null), TestContext.Current.CancellationToken);
        var trusted = Directory.CreateDirectory(Path.Combine(_folder, "keys", "trusted")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(trusted, "a.cer"), KeyFileSigner.Open(Key, "").Certificates[0].Encoded, TestContext.Current.CancellationToken);

        var (exit, output) = await RunAsync(signed);
        Assert.Equal(0, exit);
        Assert.Contains("签名以后文件没有改动，签名者可信（测试证书，不具效力）", output, StringComparison.Ordinal);
        (exit, output) = await RunAsync(plain, "--json");
        Assert.Equal((1, "没有电子签名"), (exit, JsonDocument.Parse(output).RootElement.GetProperty("says").GetString()));
        Assert.Equal((2, $"{_folder}/无.pdf：找不到文件。"), await RunAsync(Path.Combine(_folder, "无.pdf")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static byte[] Write(KeyFileSigner? signer)
    {
        using var stream = new MemoryStream();
        var press = new DocumentPress(TestFonts.Library);
        press.Write(press.Typeset(Sources.Read(Sources.Notice("", "请认真执行。"))), FileFormat.Pdf, stream, signing: signer is null ? null : new PdfSigning(signer, Now, "用印"));
        return stream.ToArray();
    }

    private async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DocFlow.Host.dll"), "verify", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOCFLOW_DATA"] = _folder;
        using var process = System.Diagnostics.Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (output + await errors).Trim());
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", "收到.pdf" } };
        using var response = await shared.Host.As("linzhiyuan").PostAsync("/api/files/signatures", form, TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement);
    }
}
