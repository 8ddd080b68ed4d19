using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DocFlow.Elsa.Runtime.Tests.Http;

/// <summary>A server on this machine that says what it is told to each connection, and keeps what it heard.</summary>
internal sealed class OtherSystem : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string? _answer;
    private readonly Task _work;

    /// <param name="answer">The whole answer; null never answers.</param>
    public OtherSystem(string? answer)
    {
        _answer = answer;
        _listener.Start();
        _work = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections { get; private set; }

    /// <summary>The head of the first request.</summary>
    public TaskCompletionSource<string> Heard { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _work;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var open = new List<TcpClient>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                open.Add(client);
                Connections++;
                var buffer = new byte[8192];
                var read = await client.GetStream().ReadAsync(buffer, _stop.Token);
                Heard.TrySetResult(Encoding.UTF8.GetString(buffer, 0, read));
                if (_answer is null)
                    continue;
                await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(_answer), _stop.Token);
                client.Close();
            }
        }
        // A listener that was stopped between two connections is an invalid operation.
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException or InvalidOperationException)
        {
            open.ForEach(client => client.Dispose());
        }
    }
}
