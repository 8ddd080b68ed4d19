using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DocFlow.Host.Tests.Browser;

/// <summary>A reverse proxy as offices have one: it answers under a prefix, takes that off, and says so to the host behind it.</summary>
internal sealed class ReverseProxy : IAsyncDisposable
{
    private static readonly string[] OfTheConnection = ["Host", "Connection", "Keep-Alive", "Transfer-Encoding", "Upgrade", "Content-Length"];

    private readonly WebApplication _app;
    private readonly string _behind;
    private readonly string _prefix;

    // Nothing is followed, unpacked or remembered on the way.
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    private ReverseProxy(string behind, string prefix)
    {
        (_behind, _prefix) = (behind, prefix);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Run(ForwardAsync);
    }

    public string Address => _app.Urls.First();

    public static async Task<ReverseProxy> StartAsync(string behind, string prefix)
    {
        var proxy = new ReverseProxy(behind, prefix);
        await proxy._app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(_prefix, out var rest))
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (context.WebSockets.IsWebSocketRequest)
            await JoinAsync(context, new Uri($"ws{_behind[4..]}{rest.ToUriComponent()}{context.Request.QueryString}"));
        else
            await AnswerAsync(context, new Uri($"{_behind}{rest.ToUriComponent()}{context.Request.QueryString}"));
    }

    private async Task AnswerAsync(HttpContext context, Uri target)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), target);
        if (context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0)
            request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, values) in context.Request.Headers.Where(header => !OfTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        foreach (var (name, value) in Forwarded(context))
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _client.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key == "Content-Length" || !OfTheConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            context.Response.Headers[name] = values.ToArray();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private async Task JoinAsync(HttpContext context, Uri target)
    {
        using var behind = new ClientWebSocket();
        foreach (var (name, value) in Forwarded(context).Append(("Cookie", context.Request.Headers.Cookie.ToString())).Append(("Origin", context.Request.Headers.Origin.ToString())).Where(header => header.Item2.Length > 0))
            behind.Options.SetRequestHeader(name, value);
        await behind.ConnectAsync(target, context.RequestAborted);
        using var front = await context.WebSockets.AcceptWebSocketAsync();
        await Task.WhenAny(PumpAsync(front, behind, context.RequestAborted), PumpAsync(behind, front, context.RequestAborted));
    }

    private static async Task PumpAsync(WebSocket from, WebSocket to, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer.AsMemory(), cancellationToken) is var part && part.MessageType != WebSocketMessageType.Close)
                await to.SendAsync(buffer.AsMemory(0, part.Count), part.MessageType, part.EndOfMessage, cancellationToken);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // One side is gone: so is the other.
        }
    }

    private IEnumerable<(string Name, string Value)> Forwarded(HttpContext context) =>
    [
        ("X-Forwarded-For", context.Connection.RemoteIpAddress!.ToString()), ("X-Forwarded-Proto", context.Request.Scheme), ("X-Forwarded-Host", context.Request.Host.Value!), ("X-Forwarded-Prefix", _prefix),
    ];
}
