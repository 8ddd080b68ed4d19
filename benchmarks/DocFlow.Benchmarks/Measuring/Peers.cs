using System.Diagnostics;
using System.Text.Json;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Benchmarks.Measuring;

/// <summary>The npm peers in one Node process that answers call by call, so that they and DocFlow take turns.</summary>
internal sealed class Peers : IAsyncDisposable
{
    public const string Typst = "typst";
    public const string Docxtemplater = "docxtemplater";
    public const string Docx = "docx";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Process _process;

    private Peers(Process process) => _process = process;

    /// <summary>Starts the process; installs the peers first when they are absent.</summary>
    /// <returns>Null without Node, which is said.</returns>
    public static async Task<Peers?> StartAsync(IReadOnlyDictionary<string, IReadOnlyList<string>> texts)
    {
        if (!await InstallAsync())
            return null;
        var process = Start("node", ["measure.mjs"], redirect: true)!;
        var peers = new Peers(process);
        await peers.SendAsync(new
        {
            fontFolder = FontSettings.FromEnvironment().OpenSetFolder,
            texts = texts.ToDictionary(text => text.Key, text => new { title = Texts.Title, paragraphs = text.Value }),
        });
        return peers;
    }

    /// <summary>Lets one peer render one text once.</summary>
    public async Task<PeerAnswer> RenderAsync(string peer, string text, int round)
    {
        await SendAsync(new { peer, text, round });
        var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The peers' process ended.");
        return JsonSerializer.Deserialize<PeerAnswer>(line, Json)!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task SendAsync(object message)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(message, Json));
        await _process.StandardInput.FlushAsync();
    }

    private static async Task<bool> InstallAsync()
    {
        if (Directory.Exists(Path.Combine(Repository.Peers, "node_modules")))
            return true;
        await Console.Error.WriteLineAsync("    installing the peers (npm ci in benchmarks/peers)");
        using var npm = Start("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], redirect: true);
        if (npm is null)
        {
            await Console.Error.WriteLineAsync("    Node.js isn't installed: the peers are left out.");
            return false;
        }

        await npm.StandardOutput.ReadToEndAsync();
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            await Console.Error.WriteLineAsync("    npm ci failed: the peers are left out.");
        return npm.ExitCode == 0;
    }

    private static Process? Start(string program, string[] arguments, bool redirect)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = Repository.Peers, RedirectStandardInput = redirect, RedirectStandardOutput = redirect };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>What a peer needed for one document.</summary>
/// <param name="Processor">Its processor time, milliseconds.</param>
/// <param name="Memory">The whole process's resident memory, bytes.</param>
internal sealed record PeerAnswer(double Milliseconds, double Processor, int Bytes, long Memory);
