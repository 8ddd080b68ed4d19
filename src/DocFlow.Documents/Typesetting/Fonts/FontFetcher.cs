using System.ComponentModel;
using System.Diagnostics;

namespace DocFlow.Documents.Typesetting.Fonts;

/// <summary>
/// Fetches the open set into the cache without root: Fandol from Debian's texlive-lang-chinese, Noto Serif SC from npm. Each family
/// is moved into place whole, so a broken download leaves nothing half done; what is there already isn't fetched again.
/// </summary>
public sealed class FontFetcher(FontSettings settings, Action<string> report)
{
    private const string FandolPackage = "texlive-lang-chinese";
    private const string NotoPackage = "@expo-google-fonts/noto-serif-sc@0.4.3";

    private static readonly string[] FandolFiles = ["FandolFang-Regular.otf", "FandolKai-Regular.otf", "FandolHei-Regular.otf", "FandolSong-Bold.otf"];
    private static readonly string[] NotoFiles = ["NotoSerifSC_400Regular.ttf", "NotoSerifSC_700Bold.ttf"];

    /// <summary>Whether the whole open set is in the cache.</summary>
    public bool IsComplete => FandolFiles.Concat(NotoFiles).All(IsPresent);

    /// <summary>Fetches what is absent; a source that can't be reached is reported and leaves the other.</summary>
    /// <returns>Whether the whole set is there now.</returns>
    public async Task<bool> FetchAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.OpenSetFolder);
        if (!FandolFiles.All(IsPresent))
            await TryAsync("仿宋、楷体、黑体（Fandol，Debian 软件包，约 49 MB）", FetchFandolAsync, cancellationToken);
        if (!NotoFiles.All(IsPresent))
            await TryAsync("宋体、标宋（Noto Serif SC，npm 软件包）", FetchNotoAsync, cancellationToken);
        return IsComplete;
    }

    private bool IsPresent(string file) => File.Exists(Path.Combine(settings.OpenSetFolder, file));

    private async Task TryAsync(string what, Func<string, CancellationToken, Task> fetch, CancellationToken cancellationToken)
    {
        report($"正在下载字体：{what}…");
        var folder = Directory.CreateTempSubdirectory("docflow-fonts-").FullName;
        try
        {
            await fetch(folder, cancellationToken);
            report($"字体已就绪：{what}");
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or Win32Exception or UnauthorizedAccessException)
        {
            report($"字体下载失败：{what}。原因：{exception.Message}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task FetchFandolAsync(string folder, CancellationToken cancellationToken)
    {
        const string installed = "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol";
        if (Directory.Exists(installed))
        {
            Keep(installed, FandolFiles);
            return;
        }

        // Lists and cache of our own: the system's may be empty, and only root may write them.
        var state = Directory.CreateDirectory(Path.Combine(folder, "state/lists/partial")).Parent!.Parent!.FullName;
        var cache = Directory.CreateDirectory(Path.Combine(folder, "cache/archives/partial")).Parent!.Parent!.FullName;
        string[] own = ["-o", $"Dir::State={state}", "-o", $"Dir::Cache={cache}", "-o", "APT::Sandbox::User=", "-o", "Dir::State::status=/var/lib/dpkg/status"];
        await RunAsync("apt-get", [.. own, "-qq", "update"], folder, cancellationToken);
        await RunAsync("apt-get", [.. own, "-qq", "download", FandolPackage], folder, cancellationToken);
        var package = Directory.GetFiles(folder, $"{FandolPackage}*.deb").Single();
        await RunAsync("dpkg-deb", ["-x", package, Path.Combine(folder, "unpacked")], folder, cancellationToken);
        Keep(Path.Combine(folder, "unpacked") + installed, FandolFiles);
    }

    private async Task FetchNotoAsync(string folder, CancellationToken cancellationToken)
    {
        await RunAsync("npm", ["pack", "--silent", NotoPackage], folder, cancellationToken);
        await RunAsync("tar", ["-xzf", Directory.GetFiles(folder, "*.tgz").Single()], folder, cancellationToken);
        Keep(Path.Combine(folder, "package/400Regular"), NotoFiles[..1]);
        Keep(Path.Combine(folder, "package/700Bold"), NotoFiles[1..]);
    }

    private void Keep(string folder, IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            var target = Path.Combine(settings.OpenSetFolder, file);
            var part = $"{target}.{Environment.ProcessId}.part";
            File.Copy(Path.Combine(folder, file), part, overwrite: true);
            File.Move(part, target, overwrite: true);
        }
    }

    private static async Task RunAsync(string program, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"无法运行 {program}");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
        await output;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} 退出码 {process.ExitCode}：{errors.Trim()}");
    }
}
