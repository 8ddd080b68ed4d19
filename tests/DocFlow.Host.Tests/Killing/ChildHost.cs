using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace DocFlow.Host.Tests.Killing;

/// <summary>The built host as a process of its own, which can be killed at any moment and started again over the same data.</summary>
internal sealed class ChildHost : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(30);

    private readonly int _port = FreePort();
    private readonly Dictionary<string, HttpClient> _clients = [];
    private readonly CancellationToken _cancelled;
    private Process _process;

    private ChildHost(string folder, CancellationToken cancelled)
    {
        (Folder, _cancelled) = (folder, cancelled);
        _process = Run();
    }

    public string Folder { get; }

    public string Database => Path.Combine(Folder, "data", "docflow.db");

    /// <param name="cancelled">Ends all waiting for the process.</param>
    public static async Task<ChildHost> StartAsync(CancellationToken cancelled)
    {
        var folder = Directory.CreateTempSubdirectory("docflow-kill-").FullName;
        var host = new ChildHost(folder, cancelled);
        await host.WaitUntilReadyAsync();
        return host;
    }

    /// <summary>Kills the process (SIGKILL) when the time is over, whatever it is doing, and starts the next one.</summary>
    public async Task KillAfterAsync(TimeSpan delay)
    {
        _process.WaitForExit(delay);
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = Run();
        await WaitUntilReadyAsync();
    }

    public HttpClient As(string login)
    {
        if (!_clients.TryGetValue(login, out var client))
        {
            // Each call its own connection: one to a killed process is never tried again.
            client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero }) 
            {
                BaseAddress = new Uri($"http://127.0.0.1:{_port}"),
                Timeout = LongestAnswer,
            };
            if (login == "api")
                client.DefaultRequestHeaders.Add("Authorization", $"ApiKey {OfficeHost.ApiKey}");
            else
                client.DefaultRequestHeaders.Add("X-DocFlow-Act-As", login);
            _clients[login] = client;
        }

        return client;
    }

    public Task<JsonElement> ReadAsync(string login, string path) => As(login).GetFromJsonAsync<JsonElement>(path, _cancelled);

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        foreach (var client in _clients.Values)
            client.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private Process Run()
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "exec", Path.Combine(AppContext.BaseDirectory, "DocFlow.Host.dll"), "--urls", $"http://127.0.0.1:{_port}" })
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOCFLOW_DATA"] = Path.Combine(Folder, "data");
        start.Environment["DOCFLOW_ADMIN_API_KEY"] = OfficeHost.ApiKey;
        return Process.Start(start)!;
    }

    private async Task WaitUntilReadyAsync()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_cancelled);
        end.CancelAfter(LongestStart);
        var errors = _process.StandardError.ReadToEndAsync();
        try
        {
            while (await _process.StandardOutput.ReadLineAsync(end.Token) is { } line)
            {
                if (!line.Contains("已就绪", StringComparison.Ordinal) || !line.Contains("http://", StringComparison.Ordinal))
                    continue;
                // The pipe is emptied to the end, or the process would wait for a reader.
                _ = _process.StandardOutput.ReadToEndAsync();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            throw new InvalidOperationException($"The host was not ready after {LongestStart.TotalSeconds:0} seconds.");
        }

        throw new InvalidOperationException($"The host ended before it was ready: {await errors}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
