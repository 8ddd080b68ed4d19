using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace DocFlow.Elsa.Runtime.Http;

/// <summary>
/// Sends to the configured hosts only. The address is checked when the connection is made, so that a name that changes its address in
/// between doesn't help; redirects aren't followed, there is no proxy, and what is read is limited in time and size.
/// </summary>
public sealed class OutboundHttp : IOutboundHttp, IDisposable
{
    private readonly HttpTargets _targets;
    private readonly TimeProvider _time;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly HttpClient _client;

    public OutboundHttp(IOptions<HttpTargets> targets, TimeProvider time)
        : this(targets.Value, time, static (host, token) => Dns.GetHostAddressesAsync(host, token))
    {
    }

    internal OutboundHttp(HttpTargets targets, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        (_targets, _time, _resolve) = (targets, time, resolve);
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            MaxResponseHeadersLength = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public async Task<OutboundResult> SendAsync(OutboundRequest request, CancellationToken cancellationToken)
    {
        Check(request);
        using var limit = new CancellationTokenSource(_targets.Timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var message = Message(request);
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var body = await ReadAsync(response.Content, both.Token);
            var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => header.Value.ToArray(), StringComparer.OrdinalIgnoreCase);
            return new OutboundResult.Answered((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), body, headers);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new OutboundResult.TimedOut();
        }
        catch (HttpRequestException exception) when (Refused(exception) is null)
        {
            return new OutboundResult.NotConnected(exception.Message);
        }
        catch (HttpRequestException exception)
        {
            throw new OutboundRefusedException(Refused(exception)!.Message);
        }
        catch (IOException exception)
        {
            return new OutboundResult.NotConnected(exception.Message);
        }
    }

    public void Dispose() => _client.Dispose();

    private void Check(OutboundRequest request)
    {
        if (!request.Url.IsAbsoluteUri || request.Url.Scheme is not ("http" or "https") || request.Url.UserInfo.Length > 0)
            throw new OutboundRefusedException($"地址“{request.Url}”不能使用，应以 http:// 或 https:// 开头，且不含用户名和口令。");
        if (!_targets.Allows(request.Url))
            throw new OutboundRefusedException($"流程不能访问“{request.Url.Authority}”。如确需访问，请管理员把它加入允许的主机（HttpTargets:Hosts）。");
        if (request.Headers.FirstOrDefault(header => !HttpHeaderRules.IsSafe(header.Key, header.Value)) is { Key: { } name })
            throw new OutboundRefusedException($"请求头“{name}”不能使用。");
    }

    private static HttpRequestMessage Message(OutboundRequest request)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Url);
        foreach (var (name, values) in request.Headers)
            message.Headers.TryAddWithoutValidation(name, values);
        if (!string.IsNullOrWhiteSpace(request.Authorization))
            message.Headers.TryAddWithoutValidation("Authorization", request.Authorization);
        if (request.Body.IsEmpty)
            return message;
        message.Content = new ReadOnlyMemoryContent(request.Body);
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            message.Content.Headers.ContentType = type;
        return message;
    }

    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > _targets.MostBytes)
                throw new OutboundRefusedException($"对方的回复超过{_targets.MostBytes / 1024} KB，已停止读取。");
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await _resolve(host, cancellationToken);
        var mayBePrivate = _targets.AllowsPrivate(host.Trim('[', ']'));
        var allowed = addresses.Where(address => NetworkAddresses.IsPublic(address) || (mayBePrivate && !NetworkAddresses.IsMetadata(address))).ToArray();
        if (allowed.Length == 0 && addresses.Length > 0)
            throw new OutboundRefusedException($"“{host}”的地址在本机或内部网络中，流程不能访问。如确需访问，请管理员把它加入允许的内部主机（HttpTargets:PrivateHosts）。");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static OutboundRefusedException? Refused(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is OutboundRefusedException refused)
                return refused;
        }

        return null;
    }
}
