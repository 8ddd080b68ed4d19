using System.ComponentModel;
using System.Formats.Tar;
using System.IO.Compression;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Host.Parts;

namespace DocFlow.Host.Tests.Parts;

/// <summary>The designer's package: only the pinned one is taken, whole or not at all.</summary>
public sealed class StudioPackageTests : IDisposable
{
    private readonly string _cache = Directory.CreateTempSubdirectory("docflow-studio-").FullName;
    private readonly List<string> _told = [];

    public void Dispose() => Directory.Delete(_cache, recursive: true);

    [Fact]
    public async Task A_package_with_another_hash_is_refused_and_leaves_nothing()
    {
        var package = new StudioPackage(_cache);

        Assert.False(await FetchAsync(package, new OtherPackage()));

        Assert.Contains(_told, line => line.Contains("校验值不符", StringComparison.Ordinal));
        Assert.False(Directory.Exists(package.Folder));
        Assert.Empty(Directory.GetDirectories(package.Shelf));
    }

    [Fact]
    public async Task Without_npm_it_is_said_what_to_install()
    {
        Assert.False(await FetchAsync(new StudioPackage(_cache), new FailingPress(new Win32Exception(2))));

        Assert.Contains(_told, line => line.Contains("Node.js", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_registry_that_cannot_be_reached_is_told_with_its_reason()
    {
        Assert.False(await FetchAsync(new StudioPackage(_cache), new FailingPress(new InvalidOperationException("npm 退出码 1：ENOTFOUND"))));

        Assert.Contains(_told, line => line.Contains("下载失败", StringComparison.Ordinal) && line.Contains("ENOTFOUND", StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_was_copied_in_part_is_not_taken_for_the_package()
    {
        var package = new StudioPackage(_cache);
        Directory.CreateDirectory(Path.Combine(package.Folder, "_framework"));
        File.WriteAllText(Path.Combine(package.Folder, "_framework", "blazor.webassembly.js"), "");

        Assert.False(package.IsComplete);
    }

    [Fact]
    public async Task A_second_host_waits_for_the_first_instead_of_fetching_too()
    {
        var package = new StudioPackage(_cache);
        using var stopping = new CancellationTokenSource();
        var press = new WaitingPress();
        var first = FetchAsync(package, press, stopping.Token);
        await press.Begun;
        var second = FetchAsync(package, new FailingPress(new InvalidOperationException("must not be asked")), stopping.Token);

        Assert.Contains(_told, line => line.Contains("另一个进程", StringComparison.Ordinal));
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Empty(Directory.GetDirectories(package.Shelf));
    }

    [Fact]
    public async Task The_real_package_has_the_pinned_hash_and_unpacks_whole()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: it downloads the package.");
        var package = new StudioPackage(_cache);

        Assert.True(await FetchAsync(package, new NpmPack()), string.Join('\n', _told));
        Assert.True(package.IsComplete);
        Assert.Equal([package.Folder], Directory.GetDirectories(package.Shelf));
    }

    [Fact]
    public void The_cached_package_is_whole()
    {
        var package = new StudioPackage(FontSettings.FromEnvironment().CacheFolder);
        Assert.SkipUnless(Directory.Exists(package.Folder), "The designer is not in the cache.");

        Assert.True(package.IsComplete);
    }

    private Task<bool> FetchAsync(StudioPackage package, IPackagePress press, CancellationToken cancellationToken = default) =>
        new NpmStudioSource(package, press, TimeProvider.System).FetchAsync(_told.Add, cancellationToken);

    /// <summary>A well-formed package, but not the one that is meant.</summary>
    private sealed class OtherPackage : IPackagePress
    {
        public async Task<string> PackAsync(string package, string folder, CancellationToken cancellationToken)
        {
            var packed = Path.Combine(folder, "other.tgz");
            await using var stream = new GZipStream(File.Create(packed), CompressionLevel.Fastest);
            await using var tar = new TarWriter(stream);
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "package/index.html") { DataStream = new MemoryStream("<p>"u8.ToArray()) }, cancellationToken);
            return packed;
        }
    }

    private sealed class FailingPress(Exception failure) : IPackagePress
    {
        public Task<string> PackAsync(string package, string folder, CancellationToken cancellationToken) => throw failure;
    }

    /// <summary>Never comes to its end.</summary>
    private sealed class WaitingPress : IPackagePress
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => _begun.Task;

        public async Task<string> PackAsync(string package, string folder, CancellationToken cancellationToken)
        {
            _begun.SetResult();
            return await new TaskCompletionSource<string>().Task.WaitAsync(cancellationToken);
        }
    }
}
