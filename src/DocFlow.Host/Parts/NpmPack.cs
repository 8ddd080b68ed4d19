using System.Diagnostics;

namespace DocFlow.Host.Parts;

/// <summary>npm pack, with the registry that this machine is set up for.</summary>
internal sealed class NpmPack : IPackagePress
{
    private static readonly string Program = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    public async Task<string> PackAsync(string package, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Program, ["pack", "--silent", package]) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"无法运行 {Program}");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{Program} 退出码 {process.ExitCode}：{(errors + await output).Trim()}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return Directory.GetFiles(folder, "*.tgz").Single();
    }
}
