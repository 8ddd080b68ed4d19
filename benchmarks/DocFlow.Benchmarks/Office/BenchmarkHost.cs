using System.Diagnostics;
using DocFlow.Benchmarks.Measuring;
using DocFlow.Host.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Benchmarks.Office;

/// <summary>The real host on a free port, over a data folder of its own with the demo office.</summary>
internal sealed class BenchmarkHost : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string[] _arguments;
    private WebApplication _app;

    private BenchmarkHost(WebApplication app, string folder, string[] arguments) => (_app, _folder, _arguments) = (app, folder, arguments);

    public IServiceProvider Services => _app.Services;

    public static async Task<BenchmarkHost> StartAsync(string? postgreSql = null)
    {
        var folder = Directory.CreateTempSubdirectory("docflow-benchmark-").FullName;
        var workflows = Directory.CreateDirectory(Path.Combine(folder, "workflows")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Procedures")).Append(Path.Combine(Repository.Root, "workflows", "policy-document.json")))
            File.Copy(file, Path.Combine(workflows, Path.GetFileName(file)));
        List<string> arguments =
        [
            "--environment", "Development", "--urls", "http://127.0.0.1:0", "--DOCFLOW_DATA", Path.Combine(folder, "data"),
            "--DOCFLOW_WORKFLOWS", workflows, "--applicationName", "DocFlow.Host", "--Logging:LogLevel:Default", "Error", "--Logging:LogLevel:Microsoft", "Error",
        ];
        if (postgreSql is not null)
            arguments.AddRange(["--Database:Provider", "PostgreSql", "--ConnectionStrings:DocFlow", postgreSql]);
        var app = DocFlowHost.Build([.. arguments]);
        await app.StartAsync();
        return new BenchmarkHost(app, folder, [.. arguments]);
    }

    /// <summary>Starts the host again over the same data.</summary>
    /// <returns>Milliseconds from the start to the first request that it can answer.</returns>
    public async Task<double> RestartAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var started = Stopwatch.GetTimestamp();
        _app = DocFlowHost.Build(_arguments);
        await _app.StartAsync();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>A client that acts as a person of the demo office.</summary>
    public HttpClient As(string login)
    {
        var client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        client.DefaultRequestHeaders.Add("X-DocFlow-Act-As", login);
        return client;
    }

    /// <summary>Calls one service in a scope of its own, as a request does.</summary>
    public async Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> call)
        where TService : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
