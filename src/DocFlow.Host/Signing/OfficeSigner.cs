using DocFlow.Documents.Signing;
using DocFlow.Host.Composition;
using DocFlow.Host.Safety;
using DocFlow.Office;
using DocFlow.Office.Seals;
using DocFlow.Office.Time;

namespace DocFlow.Host.Signing;

/// <summary>
/// Signs what the office seals: with the key that the settings name, or, in an office that tries DocFlow out, with one that says so. The key lies in a file,
/// never in the database.
/// </summary>
internal sealed class OfficeSigner
{
    public const string CertificateSetting = "Signing:Certificate";
    public const string PasswordSetting = "Signing:Password";
    private const string TrialName = "trial-signing.p12";
    private const string Reason = "用印";

    private readonly HostSettings _settings;
    private readonly OfficeClock _clock;
    private readonly Lazy<KeyFileSigner> _trial;

    /// <exception cref="StartRefusedException">The file that the settings name can't be used.</exception>
    public OfficeSigner(IConfiguration configuration, HostSettings settings, OfficeClock clock)
    {
        (_settings, _clock) = (settings, clock);
        Own = configuration[CertificateSetting] is { Length: > 0 } path ? Open(path, configuration[PasswordSetting] ?? "") : null;
        // A disk that is full for a moment isn't remembered.
        _trial = new Lazy<KeyFileSigner>(OpenTrial, LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The office's own; null where the settings name none.</summary>
    public KeyFileSigner? Own { get; }

    /// <summary>Those who vouch for what this installation signs or has signed for trial.</summary>
    public IReadOnlyList<SigningCertificate> Authorities =>
        [.. Own?.Authorities ?? [], .. _trial.IsValueCreated || File.Exists(Path.Combine(_settings.KeysFolder, TrialName)) ? _trial.Value.Authorities : []];

    /// <summary>How a file with these seals is signed; null when it bears none, or the office has no key.</summary>
    /// <exception cref="RefusalException">The certificate isn't valid now.</exception>
    public PdfSigning? SigningOf(OrderedSeals seals)
    {
        if (seals is { Pictures.Count: 0, UsesSamples: false })
            return null;
        if ((Own ?? (seals.UsesSamples ? _trial.Value : null)) is not { } signer)
            return null;
        var certificate = signer.Certificates[0];
        return _clock.Now >= certificate.ValidFrom && _clock.Now <= certificate.ValidUntil
            ? new PdfSigning(signer, _clock.Now, Reason)
            : throw new RefusalException(Refusal.Invalid, FormattableString.Invariant($"电子签名证书“{certificate.Name}”的有效期为{certificate.ValidFrom:yyyy-MM-dd}至{certificate.ValidUntil:yyyy-MM-dd}，现在不能签名。请系统管理员更换证书后重试。"));
    }

    private KeyFileSigner OpenTrial()
    {
        try
        {
            return KeyFileSigner.Open(KeyFile.Read(Directory.CreateDirectory(_settings.KeysFolder).FullName, TrialName, () => TrialKey.Create(_clock.Now)), "");
        }
        catch (Exception exception) when (exception is SigningRefusedException or IOException or UnauthorizedAccessException)
        {
            throw new RefusalException(Refusal.Invalid, $"测试签名证书文件 {TrialName} 不能使用。请系统管理员在密钥文件夹中删除它并检查磁盘，再用印时会重新生成。");
        }
    }

    private static KeyFileSigner Open(string path, string password)
    {
        try
        {
            return KeyFileSigner.Open(File.ReadAllBytes(path), password);
        }
        catch (Exception exception) when (exception is SigningRefusedException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{CertificateSetting} 指定的电子签名证书文件“{path}”不能使用：{(exception is SigningRefusedException ? exception.Message : "读不到这个文件。")}");
        }
    }
}
