using System.Text.Encodings.Web;
using DocFlow.Host.Pages.Notices;
using DocFlow.Office.Sending;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace DocFlow.Host.Sending;

/// <summary>Sends notices by mail: plain text, and the same as HTML.</summary>
internal sealed class MailChannel(MailOptions options, NoticeLinks links, HtmlEncoder html, ILogger<MailChannel> logger) : INoticeChannel
{
    private const int MostSubject = 120;

    public NoticeWay Way => NoticeWay.Mail;

    public bool IsReady => !string.IsNullOrEmpty(options.Host);

    public async Task SendAsync(OutsideNotice notice, CancellationToken cancellationToken)
    {
        var message = Write(notice);
        using var client = new SmtpClient { Timeout = (int)options.Timeout.TotalMilliseconds };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Timeout);
        await client.ConnectAsync(options.Host!, options.Port, Security, limit.Token);
        if (!string.IsNullOrEmpty(options.User))
            await client.AuthenticateAsync(options.User, options.Password ?? "", limit.Token);
        await client.SendAsync(message, limit.Token);
        try
        {
            await client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // It was taken: sending it again for a goodbye that failed would double it.
            SendingLog.GoodbyeFailed(logger, exception);
        }
    }

    private SecureSocketOptions Security => options.Security switch
    {
        "none" => SecureSocketOptions.None,
        "tls" => SecureSocketOptions.SslOnConnect,
        "starttls" => SecureSocketOptions.StartTls,
        _ => string.IsNullOrEmpty(options.Password) ? SecureSocketOptions.StartTlsWhenAvailable : SecureSocketOptions.StartTls,
    };

    private MimeMessage Write(OutsideNotice notice)
    {
        var from = MailboxAddress.Parse(options.From!);
        var message = new MimeMessage { Subject = Subject(notice), MessageId = $"{notice.Id}@{from.Domain}" };
        message.From.Add(from);
        // The name is quoted and encoded by the library; the address was checked when it was chosen, and is parsed as one address again.
        message.To.Add(new MailboxAddress(OneLine(notice.PersonName), MailboxAddress.Parse(notice.Mail!).Address));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        var link = links.Of(notice.DocumentId);
        var text = string.Join('\n', [.. notice.Lines, "", .. link is null ? Array.Empty<string>() : [$"查看：{link}"], "这封邮件由公文系统自动发出，请勿回复。"]);
        var paragraphs = string.Concat(notice.Lines.Select(line => $"<p>{html.Encode(line)}</p>"));
        var anchor = link is null ? "" : $"<p><a href=\"{html.Encode(link)}\">查看公文</a></p>";
        message.Body = new BodyBuilder { TextBody = text, HtmlBody = $"<html><body>{paragraphs}{anchor}<p>这封邮件由公文系统自动发出，请勿回复。</p></body></html>" }.ToMessageBody();
        return message;
    }

    private static string Subject(OutsideNotice notice)
    {
        var subject = OneLine(notice.Kind is { } kind ? $"{NoticeNames.Of(kind)}：{notice.Subject}" : notice.Subject);
        return subject.Length <= MostSubject ? subject : $"{subject[..(MostSubject - 1)]}…";
    }

    // A header is one line: what could begin another is a blank.
    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character)).Trim();
}
