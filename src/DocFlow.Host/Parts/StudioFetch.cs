namespace DocFlow.Host.Parts;

/// <summary>Fetches the workflow designer when it is absent.</summary>
internal sealed class StudioFetch(StudioPackage package, IStudioSource source, SystemParts parts, TimeProvider time, ILogger<StudioFetch> logger)
    : PartFetch(Part, parts, time, logger)
{
    public const string Part = "流程设计器";

    protected override bool IsThere => source.IsComplete;

    protected override PartWords Words { get; } = new(
        $"流程设计器 Elsa Studio {StudioPackage.Version} 已就绪。",
        "流程设计器尚未下载，正在准备。",
        $"没有找到流程设计器，正在后台下载到 {package.Folder}；公文办理不受影响。",
        "流程设计器没有下载成功");

    protected override Task<bool> TryAsync(CancellationToken cancellationToken) =>
        source.FetchAsync(line => Report(PartState.Fetching, line), cancellationToken);
}
