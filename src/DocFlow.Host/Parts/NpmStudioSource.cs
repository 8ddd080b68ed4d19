using System.ComponentModel;
using System.Formats.Tar;
using System.IO.Compression;

namespace DocFlow.Host.Parts;

/// <summary>
/// The designer from the npm registry into the cache. The folder is moved into place whole, after its hash was compared; of several
/// hosts that share a cache one fetches and the others wait for it.
/// </summary>
internal sealed class NpmStudioSource(StudioPackage package, IPackagePress press, TimeProvider time) : IStudioSource
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    public bool IsComplete => package.IsComplete;

    public async Task<bool> FetchAsync(Action<string> report, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(package.Shelf);
            using var turn = await TakeTurnAsync(report, cancellationToken);
            if (!IsComplete)
                await FetchInTurnAsync(report, cancellationToken);
            return IsComplete;
        }
        catch (Win32Exception)
        {
            report("流程设计器下载失败：没有找到 npm，请先安装 Node.js。");
            return false;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or InvalidOperationException or UnauthorizedAccessException)
        {
            report($"流程设计器下载失败。原因：{exception.Message}");
            return false;
        }
    }

    // A file that is open to one process at a time; it is free again when its holder dies.
    private async Task<FileStream> TakeTurnAsync(Action<string> report, CancellationToken cancellationToken)
    {
        var file = Path.Combine(package.Shelf, ".turn");
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                if (isFirst)
                    report("另一个进程正在下载流程设计器，等它完成。");
                await Task.Delay(LookAgain, time, cancellationToken);
            }
        }
    }

    private async Task FetchInTurnAsync(Action<string> report, CancellationToken cancellationToken)
    {
        const string unfinished = ".part-";
        foreach (var left in Directory.GetDirectories(package.Shelf, unfinished + "*"))
            Directory.Delete(left, recursive: true);
        var folder = Directory.CreateDirectory(Path.Combine(package.Shelf, unfinished + Environment.ProcessId)).FullName;
        try
        {
            report($"正在下载流程设计器 Elsa Studio {StudioPackage.Version}（npm 软件包，约 46 MB）…");
            var packed = await press.PackAsync($"{StudioPackage.Name}@{StudioPackage.Version}", folder, cancellationToken);
            report("正在核对和展开流程设计器…");
            await using (var stream = File.OpenRead(packed))
            {
                if (!await StudioPackage.IsGenuineAsync(stream, cancellationToken))
                    throw new InvalidDataException("下载的文件与预定的校验值不符，没有使用。");
                stream.Position = 0;
                await using var content = new GZipStream(stream, CompressionMode.Decompress);
                await TarFile.ExtractToDirectoryAsync(content, folder, overwriteFiles: false, cancellationToken);
            }

            if (Directory.Exists(package.Folder))
                Directory.Move(package.Folder, Path.Combine(folder, "broken"));
            Directory.Move(Path.Combine(folder, "package"), package.Folder);
            report("流程设计器已下载。");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
