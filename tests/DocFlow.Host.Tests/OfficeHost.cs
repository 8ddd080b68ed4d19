using System.Net.Http.Json;
using System.Text.Json;
using DocFlow.Host.Composition;
using DocFlow.Office.Outbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Host.Tests;

/// <summary>The real host on a free port over a data folder of its own, with a client for each person.</summary>
internal sealed class OfficeHost : IAsyncDisposable
{
    private readonly Dictionary<string, HttpClient> _clients = [];
    private WebApplication _app;

    private readonly HostChoice _choice;

    private OfficeHost(WebApplication app, string folder, HostChoice choice)
    {
        _choice = choice;
        _app = app;
        Folder = folder;
    }

    public string Folder { get; }

    public string Address => _app.Urls.First();

    public string WorkflowFile => Path.Combine(Folder, "workflows", "policy-document.json");

    /// <summary>The key of the account "api" in the tests' hosts.</summary>
    public const string ApiKey = "a-key-that-only-the-tests-know-0123456789";

    public static async Task<OfficeHost> StartAsync(HostChoice? choice = null)
    {
        choice ??= new HostChoice();
        var folder = Directory.CreateTempSubdirectory("docflow-host-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "workflows"));
        File.Copy(Path.Combine(Repository.Root, "workflows", "policy-document.json"), Path.Combine(folder, "workflows", "policy-document.json"));
        return new OfficeHost(await RunAsync(folder, choice), folder, choice);
    }

    /// <summary>Stops the host and starts another one over the same data.</summary>
    public async Task RestartAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        foreach (var client in _clients.Values)
            client.Dispose();
        _clients.Clear();
        _app = await RunAsync(Folder, _choice);
    }

    /// <summary>A client without cookies of its own that follows no redirects.</summary>
    public HttpClient Anyone() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address) };

    /// <summary>A client that calls with the administrator's API key.</summary>
    public HttpClient WithKey(string key = ApiKey)
    {
        var client = Anyone();
        client.DefaultRequestHeaders.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("ApiKey", key);
        return client;
    }

    /// <summary>A client that acts as a person.</summary>
    public HttpClient As(string login)
    {
        if (!_clients.TryGetValue(login, out var client))
        {
            _clients[login] = client = new HttpClient { BaseAddress = new Uri(Address) };
            client.DefaultRequestHeaders.Add("X-DocFlow-Act-As", login);
        }

        return client;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Waits until everything that was committed has reached the engine.</summary>
    public async Task SettleAsync()
    {
        const int mostLooks = 5000;
        for (var look = 0; look < mostLooks; look++)
        {
            await _app.Services.GetRequiredService<OutboxDispatcher>().DrainAsync();
            await using var scope = _app.Services.CreateAsyncScope();
            // What the host's own dispatcher has claimed is still on its way.
            if (!await scope.ServiceProvider.GetRequiredService<DocFlow.Office.IOfficeData>().OutboxMessages.AnyAsync(message => message.State == OutboxState.Waiting && message.Attempts == 0))
                return;
        }
    }

    public async Task<JsonElement> ReadAsync(string login, string path)
    {
        using var response = await As(login).GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{login} GET {path}: {(int)response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Reads until what is waited for is there; the host works meanwhile.</summary>
    public async Task<JsonElement> WaitForAsync(string login, string path, Func<JsonElement, bool> isThere)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var look = 0; look < 3000; look++)
        {
            var read = await ReadAsync(login, path);
            if (isThere(read))
                return read;
            await pace.WaitForNextTickAsync();
        }

        throw new InvalidOperationException($"What was waited for did not come: {await ReadAsync(login, path)}");
    }

    public async Task<JsonElement> PostAsync(string login, string path, object body)
    {
        using var response = await As(login).PostAsJsonAsync(path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{login} POST {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Decides on the person's open seat for a document and lets the procedure go on.</summary>
    public async Task DecideAsync(string login, string documentId, string outcome, string? opinion = null)
    {
        var seat = await WaitForSeatAsync(login, documentId);
        await PostAsync(login, $"/api/work/seats/{seat.GetProperty("seatId").GetString()}/outcome", new { outcome, opinion });
        await SettleAsync();
    }

    /// <summary>The person's open seat for a document; it appears when the engine has come there.</summary>
    public async Task<JsonElement> WaitForSeatAsync(string login, string documentId)
    {
        for (var turn = 0; turn < 200; turn++)
        {
            // A full desk has several pages.
            for (var (page, isLast) = (0, false); !isLast; page++)
            {
                var rows = (await ReadAsync(login, $"/api/work/open?page={page}")).GetProperty("rows").EnumerateArray().ToList();
                var seat = rows.Find(row => row.GetProperty("documentId").GetString() == documentId);
                if (seat.ValueKind == JsonValueKind.Object)
                    return seat;
                isLast = rows.Count < 50;
            }

            await SettleAsync();
        }

        var stuck = string.Join(" ", (await ReadAsync("linzhiyuan", $"/api/documents/{documentId}")).GetProperty("waiting").EnumerateArray().Select(row => row.ToString()));
        throw new InvalidOperationException($"{login} has no open seat for the document. Waiting: {stuck}. Outbox: {await OutboxErrorsAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        foreach (var client in _clients.Values)
            client.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<string> OutboxErrorsAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<DocFlow.Office.IOfficeData>();
        return string.Join(" ", data.OutboxMessages.Where(message => message.LastError != null).Select(message => message.LastError).ToList());
    }

    private static async Task<WebApplication> RunAsync(string folder, HostChoice choice)
    {
        var app = DocFlowHost.Build(
        [
            "--environment", choice.Environment, "--urls", "http://127.0.0.1:0", "--DOCFLOW_DATA", Path.Combine(folder, "data"),
            "--DOCFLOW_WORKFLOWS", Path.Combine(folder, "workflows"), "--applicationName", "DocFlow.Host",
            "--DOCFLOW_ADMIN_API_KEY", ApiKey,
            .. (choice.Settings ?? new Dictionary<string, string?>()).SelectMany(setting => new[] { $"--{setting.Key}", setting.Value! }),
        ], choice.Replace);
        await app.StartAsync();
        return app;
    }
}
