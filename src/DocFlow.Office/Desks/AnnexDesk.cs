using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Desks;

/// <inheritdoc />
internal sealed class AnnexDesk(IDocumentDesk desk, DocumentAccess access, DocumentText texts) : IAnnexDesk
{
    public async Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(string actorId, string documentId, CancellationToken cancellationToken = default) =>
        await CurrentAsync(await access.ReadableAsync(actorId, documentId, cancellationToken), cancellationToken);

    public async Task<int> PutAsync(
        string actorId, string documentId, int expectedVersion, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancellationToken = default)
    {
        if (files.Count == 0)
            throw RefusalException.Invalid("没有收到附件文件。");
        var taken = files.Select(file => AnnexFile.AsText(file.Key, file.Value)).ToList();
        if (taken.GroupBy(file => file.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw RefusalException.Invalid($"一次上传中有两个文件都要存为“{twice.Key}”，请改名后再上传。");
        foreach (var (name, bytes) in taken)
            AnnexFile.Require(name, bytes);
        return await ChangeAsync(actorId, documentId, expectedVersion, kept =>
        {
            foreach (var (name, bytes) in taken)
                kept[name] = bytes;
        }, cancellationToken);
    }

    public Task<int> RemoveAsync(string actorId, string documentId, int expectedVersion, string name, CancellationToken cancellationToken = default) =>
        ChangeAsync(actorId, documentId, expectedVersion, kept => kept.Remove(name), cancellationToken);

    private async Task<int> ChangeAsync(
        string actorId, string documentId, int expectedVersion, Action<Dictionary<string, byte[]>> change, CancellationToken cancellationToken)
    {
        var reading = await desk.ReadAsync(actorId, documentId, cancellationToken);
        var annexes = await CurrentAsync(await access.ReadableAsync(actorId, documentId, cancellationToken), cancellationToken);
        change(annexes);
        var content = new DraftContent
        {
            SourceText = reading.SourceText,
            Attachments = annexes,
            IsNormative = reading.IsNormative,
            CosigningUnitIds = reading.CosigningUnitIds,
        };
        return await desk.SaveAsync(actorId, documentId, expectedVersion, content, cancellationToken);
    }

    private async Task<Dictionary<string, byte[]>> CurrentAsync(Document document, CancellationToken cancellationToken)
    {
        var version = await texts.CurrentAsync(document, cancellationToken);
        var annexes = new Dictionary<string, byte[]>();
        foreach (var attachment in await texts.AttachmentsAsync(version.Id, cancellationToken))
            annexes[attachment.Name] = await texts.BytesAsync(attachment.FileHash, cancellationToken);
        return annexes;
    }
}
