using System.Net.Http.Headers;
using System.Net.Http.Json;
using DocFlow.Host.Accounts;
using DocFlow.Host.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Elsa.Api.Tests.Running;

/// <summary>The real host on a free port over an empty database of its own, without any workflow files.</summary>
public sealed class ApiHost : IAsyncLifetime
{
    public const string ApiKey = "a-key-that-only-the-tests-know-0123456789";

    private readonly List<HttpClient> _clients = [];
    private WebApplication _app = null!;
    private string _folder = "";

    /// <summary>Whether endpoints of workflows may be called by anybody; null leaves the setting out.</summary>
    public bool? OpenToStrangers { get; init; } = true;

    /// <summary>Further settings, as on the command line.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public string Address => _app.Urls.First();

    public IServiceProvider Services => _app.Services;

    public async ValueTask InitializeAsync()
    {
        _folder = Directory.CreateTempSubdirectory("docflow-elsa-api-").FullName;
        Directory.CreateDirectory(Path.Combine(_folder, "workflows"));
        _app = DocFlowHost.Build(
        [
            "--environment", "Development", "--urls", "http://127.0.0.1:0", "--DOCFLOW_DATA", Path.Combine(_folder, "data"),
            "--DOCFLOW_WORKFLOWS", Path.Combine(_folder, "workflows"), "--applicationName", "DocFlow.Host", "--DOCFLOW_ADMIN_API_KEY", ApiKey,
            .. Settings.SelectMany(setting => new[] { $"--{setting.Key}", setting.Value }),
            .. OpenToStrangers is { } open ? new[] { "--HttpEndpoints:AllowAnonymous", open.ToString() } : [],
        ]);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A client without cookies or credentials.</summary>
    public HttpClient Anyone()
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address) };
        _clients.Add(client);
        return client;
    }

    /// <summary>A client that signed in as a browser does, and has the cookie.</summary>
    public async Task<HttpClient> SignedInAsync(string login)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Address) };
        _clients.Add(client);
        using var response = await client.PostAsJsonAsync("/api/session", new { login, password = DemoAccounts.Password });
        response.EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>A client with a token.</summary>
    public HttpClient WithToken(string token)
    {
        var client = Anyone();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A client with the administrator's key.</summary>
    public HttpClient WithKey()
    {
        var client = Anyone();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("ApiKey", ApiKey);
        return client;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();
}
