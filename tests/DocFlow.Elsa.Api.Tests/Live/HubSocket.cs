using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace DocFlow.Elsa.Api.Tests.Live;

/// <summary>A connection to the hub as a browser makes it: a WebSocket whose token stands in the address.</summary>
internal sealed class HubSocket : IDisposable
{
    private const char End = '\u001e';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();
    private readonly Queue<JsonNode> _waiting = [];

    public static async Task<HubSocket> OpenAsync(string address, string token)
    {
        var hub = new HubSocket();
        await hub._socket.ConnectAsync(new Uri($"{address.Replace("http", "ws", StringComparison.Ordinal)}{ElsaApi.Hub}?access_token={token}"), CancellationToken.None);
        await hub.SendAsync("""{"protocol":"json","version":1}""");
        Assert.Equal("{}", (await hub.NextAsync()).ToJsonString());
        return hub;
    }

    /// <summary>Asks to observe an instance and returns the completion.</summary>
    public async Task<JsonNode> ObserveAsync(string? instanceId)
    {
        await SendAsync($$"""{"type":1,"invocationId":"1","target":"ObserveInstanceAsync","arguments":[{{System.Text.Json.JsonSerializer.Serialize(instanceId)}}]}""");
        return await NextAsync(message => (int?)message["type"] == 3);
    }

    /// <summary>The next message of a target.</summary>
    public Task<JsonNode> NextAsync(string target) => NextAsync(message => (string?)message["target"] == target);

    public void Dispose() => _socket.Dispose();

    private async Task<JsonNode> NextAsync(Func<JsonNode, bool> isIt)
    {
        while (true)
        {
            if (await NextAsync() is var message && isIt(message))
                return message;
        }
    }

    private async Task<JsonNode> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (_waiting.Count == 0)
        {
            var text = new StringBuilder();
            var buffer = new byte[16 * 1024];
            WebSocketReceiveResult read;
            do
            {
                read = await _socket.ReceiveAsync(buffer, limit.Token);
                text.Append(Encoding.UTF8.GetString(buffer, 0, read.Count));
            }
            while (!read.EndOfMessage);
            foreach (var message in text.ToString().Split(End, StringSplitOptions.RemoveEmptyEntries))
                _waiting.Enqueue(JsonNode.Parse(message)!);
        }

        return _waiting.Dequeue();
    }

    private Task SendAsync(string message) => _socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, true, CancellationToken.None);
}
