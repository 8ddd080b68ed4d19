using System.CommandLine;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Host.Parts;

namespace DocFlow.Host.CommandLine;

/// <summary>fetch [--into DIR]: fills the cache, also for a machine without network. Exit 1 when something could not be fetched.</summary>
internal static class FetchCommand
{
    public static Command Create()
    {
        var folder = new Option<DirectoryInfo?>("--into") { Description = "缓存文件夹，默认 DOCFLOW_CACHE 或 ~/.cache/docflow" };
        var command = new Command("fetch", "下载绘制页面所需的开源字体和流程设计器。") { folder };
        command.SetAction(async (result, cancellationToken) =>
        {
            var settings = FontSettings.FromEnvironment();
            if (result.GetValue(folder) is { } into)
                settings = settings with { CacheFolder = into.FullName };
            var isStudioThere = await FetchStudioAsync(new StudioPackage(settings.CacheFolder), cancellationToken);
            var fetcher = new FontFetcher(settings, Console.WriteLine);
            if (fetcher.IsComplete)
                Console.WriteLine($"字体齐全：{settings.OpenSetFolder}");
            return (fetcher.IsComplete || await fetcher.FetchAsync(cancellationToken)) && isStudioThere ? 0 : 1;
        });
        return command;
    }

    private static async Task<bool> FetchStudioAsync(StudioPackage package, CancellationToken cancellationToken)
    {
        if (!package.IsComplete)
            return await new NpmStudioSource(package, new NpmPack(), TimeProvider.System).FetchAsync(Console.WriteLine, cancellationToken);
        Console.WriteLine($"流程设计器已就绪：{package.Folder}");
        return true;
    }
}
