using DocFlow.Host.Composition;
using DocFlow.Office.Sending;
using MimeKit;

namespace DocFlow.Host.Sending;

/// <summary>Registers the ways on which notices leave the system.</summary>
internal static class SendingServices
{
    private const int LeastSecret = 32;

    /// <exception cref="StartRefusedException">A setting is wrong.</exception>
    public static void AddNoticeSending(this IServiceCollection services, IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail").Get<MailOptions>() ?? new MailOptions();
        var webhook = configuration.GetSection("Webhook").Get<WebhookOptions>() ?? new WebhookOptions();
        Check(mail);
        Check(webhook);
        var links = new NoticeLinks(Address(configuration["PublicAddress"]));
        services.AddSingleton(mail).AddSingleton(webhook).AddSingleton(links);
        services.AddSingleton<INoticeChannel, MailChannel>().AddSingleton<INoticeChannel, WebhookChannel>();
        services.AddHttpClient(WebhookChannel.Client, client => client.Timeout = webhook.Timeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
        services.AddHostedService(provider => provider.GetRequiredService<NoticeSender>());
    }

    private static void Check(MailOptions mail)
    {
        if (string.IsNullOrEmpty(mail.Host))
            return;
        if (!MailboxAddress.TryParse(mail.From, out _))
            throw new StartRefusedException("已设 Mail:Host，请在 Mail:From 写明发件地址，如 docflow@example.cn。");
        if (mail.Security is not (null or "" or "none" or "starttls" or "tls"))
            throw new StartRefusedException($"Mail:Security 的值“{mail.Security}”不认识，请写 none、starttls 或 tls。");
        if (mail is { Password.Length: > 0, Security: "none" })
            throw new StartRefusedException("邮件服务器设了密码，Mail:Security 不能为 none，否则密码会以明文传送。请改为 starttls 或 tls。");
    }

    private static void Check(WebhookOptions webhook)
    {
        if (string.IsNullOrEmpty(webhook.Url))
            return;
        if (!Uri.TryCreate(webhook.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new StartRefusedException($"Webhook:Url 的值“{webhook.Url}”不是 http 或 https 地址。");
        if (!WebhookChannel.IsAllowed(webhook, url))
            throw new StartRefusedException($"Webhook:Url 的主机“{url.Authority}”不在 Webhook:AllowedHosts 中，请先列入。");
        if (webhook.Secret is not { Length: >= LeastSecret })
            throw new StartRefusedException($"请在 Webhook:Secret 写明签名用的密钥，至少{LeastSecret}个字符。");
    }

    private static Uri? Address(string? text) => string.IsNullOrEmpty(text)
        ? null
        : Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            ? address
            : throw new StartRefusedException($"PublicAddress 的值“{text}”不是 http 或 https 地址，请写成 https://docflow.example.cn 的样子。");
}
