namespace DocFlow.Office.Steps;

/// <inheritdoc />
internal sealed class ProcedureDocuments(IOfficeData data, IEnumerable<IInstanceFamily> families) : IProcedureDocuments
{
    private const int MostGenerations = 20;

    // Whoever may run workflows can name any document: only the procedure that was started for it may touch it.
    public async Task<string> OfAsync(string instanceId, string? documentId, CancellationToken cancellationToken = default)
    {
        var document = documentId is null ? null : await data.Documents.FindAsync([documentId], cancellationToken);
        if (document is null)
            throw RefusalException.NotFound("这份公文");
        var instance = instanceId;
        for (var generation = 0; generation < MostGenerations && instance is not null; generation++)
        {
            if (document.InstanceId == instance)
                return document.Id;
            instance = await ParentOfAsync(instance, cancellationToken);
        }

        throw RefusalException.Forbidden("这个流程不是这份公文的办理流程，不能办理它。");
    }

    private async Task<string?> ParentOfAsync(string instanceId, CancellationToken cancellationToken)
    {
        foreach (var family in families)
        {
            if (await family.ParentOfAsync(instanceId, cancellationToken) is { } parent)
                return parent;
        }

        return null;
    }
}
