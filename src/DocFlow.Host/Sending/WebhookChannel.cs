using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DocFlow.Office.Sending;

namespace DocFlow.Host.Sending;

/// <summary>Tells another system of the office's by a signed request. Only a host that is listed is called, and no redirection is followed.</summary>
internal sealed class WebhookChannel(WebhookOptions options, NoticeLinks links, IHttpClientFactory clients, TimeProvider system) : INoticeChannel
{
    public const string Client = "notice-webhook";
    public const string SignatureHeader = "X-DocFlow-Signature";
    public const string TimestampHeader = "X-DocFlow-Timestamp";
    public const string KeyHeader = "Idempotency-Key";

    public NoticeWay Way => NoticeWay.Webhook;

    public bool IsReady => !string.IsNullOrEmpty(options.Url);

    public static bool IsAllowed(WebhookOptions options, Uri url) =>
        options.AllowedHosts.Any(host => host.Trim().Equals(url.IsDefaultPort ? url.IdnHost : $"{url.IdnHost}:{url.Port}", StringComparison.OrdinalIgnoreCase));

    public async Task SendAsync(OutsideNotice notice, CancellationToken cancellationToken)
    {
        var url = new Uri(options.Url!);
        if (!IsAllowed(options, url))
            throw new InvalidOperationException($"The host '{url.Authority}' isn't allowed.");
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                id = notice.Id,
                kind = notice.Kind?.ToString(),
                person = new { login = notice.Login, name = notice.PersonName },
                text = notice.Subject,
                documentId = notice.DocumentId,
                link = links.Of(notice.DocumentId),
                at = notice.At,
            },
            JsonSerializerOptions.Web);
        var timestamp = system.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(KeyHeader, notice.Id);
        request.Headers.Add(TimestampHeader, timestamp);
        request.Headers.Add(SignatureHeader, $"sha256={Sign(timestamp, body)}");
        using var response = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"The webhook answered {(int)response.StatusCode}.");
    }

    private string Sign(string timestamp, byte[] body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Secret!), (byte[])[.. Encoding.UTF8.GetBytes($"{timestamp}."), .. body]));
}
