using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace DocFlow.Office.Tests.Running;

/// <summary>A PostgreSQL of Debian's, on loopback, for the time of the tests; as root it runs under the account postgres or nobody.</summary>
public sealed class PostgreSqlServer : ITestDatabase, IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("docflow-pg-").FullName;
    private readonly SemaphoreSlim _one = new(1, 1);
    private bool _isFilled;
    private string? _binaries;
    private int _port;

    /// <summary>Why there is no server; null when there is.</summary>
    public string? Absent { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            Absent = "The suite starts PostgreSQL with Debian's programs.";
            return;
        }

        _binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            : null;
        if (_binaries is null)
        {
            Absent = "PostgreSQL isn't installed (Debian package postgresql).";
            return;
        }

        _port = FreePort();
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_111_111);
        var data = Path.Combine(_folder, "data");
        await RunAsync("initdb", ["-D", data, "-U", "docflow", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        await RunAsync("pg_ctl", ["-D", data, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-h 127.0.0.1 -p {_port} -k {_folder} -F -c max_connections=400", "start"]);
    }

    public Task<Dictionary<string, string?>> CreateAsync(string folder) => CreateFromAsync("template1");

    public async Task<Dictionary<string, string?>> CreateFilledAsync(string folder, Func<Dictionary<string, string?>, Task> fill)
    {
        const string Filled = "filled";
        await _one.WaitAsync();
        try
        {
            if (!_isFilled)
            {
                await ExecuteAsync($"CREATE DATABASE {Filled}");
                // A database with a connection can't be copied.
                await fill(Settings(Filled, "Pooling=False"));
                _isFilled = true;
            }
        }
        finally
        {
            _one.Release();
        }

        return await CreateFromAsync(Filled);
    }

    public async ValueTask DisposeAsync()
    {
        if (_binaries is not null && File.Exists(Path.Combine(_folder, "data", "postmaster.pid")))
            await RunAsync("pg_ctl", ["-D", Path.Combine(_folder, "data"), "-m", "immediate", "-w", "stop"]);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Dictionary<string, string?>> CreateFromAsync(string template)
    {
        var name = $"office_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        return Settings(name, "Maximum Pool Size=60;Timeout=60");
    }

    private Dictionary<string, string?> Settings(string database, string more) => new()
    {
        ["Database:Provider"] = "PostgreSql",
        ["ConnectionStrings:DocFlow"] = $"Host=127.0.0.1;Port={_port};Username=docflow;Database={database};{more}",
    };

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={_port};Username=docflow;Database=postgres;Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo { WorkingDirectory = _folder, RedirectStandardError = true, RedirectStandardOutput = true };
        if (Environment.UserName == "root")
        {
            // PostgreSQL refuses to run as root.
            var account = File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
            start.FileName = "setpriv";
            foreach (var argument in new[] { $"--reuid={account}", "--clear-groups", "--inh-caps=-all", Path.Combine(_binaries!, program) })
                start.ArgumentList.Add(argument);
        }
        else
        {
            start.FileName = Path.Combine(_binaries!, program);
        }

        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        // The server that pg_ctl starts inherits the pipes: they end with it, not with pg_ctl.
        var error = program == "initdb" ? await process.StandardError.ReadToEndAsync() : "";
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {error}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
