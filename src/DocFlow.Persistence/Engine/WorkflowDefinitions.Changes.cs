using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Management;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>What changes the stored definitions.</summary>
internal sealed partial class WorkflowDefinitions
{
    public Task<SavedDefinition> SaveAsync(string modelJson, bool publish, CancellationToken cancellationToken) => SaveAsync(modelJson, publish, isImport: false, cancellationToken);

    public Task<SavedDefinition> ImportAsync(string modelJson, CancellationToken cancellationToken) => SaveAsync(modelJson, publish: false, isImport: true, cancellationToken);

    public Task<SavedDefinition?> PublishAsync(string definitionId, CancellationToken cancellationToken) => versions.ChangeAsync(
        async () => await versions.LatestAsync(definitionId, cancellationToken) is { } latest ? await PublishAsync(latest, cancellationToken) : null,
        cancellationToken);

    public Task<SavedDefinition?> RetractAsync(string definitionId, CancellationToken cancellationToken) => versions.ChangeAsync<SavedDefinition?>(
        async () =>
        {
            if (await WritableAsync(definitionId, cancellationToken) is not { } latest)
                return null;
            var retracted = await versions.RetractAsync(definitionId, cancellationToken);
            if (retracted is not null)
                Record("停用流程", retracted);
            return new SavedDefinition(DefinitionQueries.VersionOf(retracted ?? latest), AlreadyPublished: retracted is not null);
        },
        cancellationToken);

    public Task<DefinitionVersion?> RevertAsync(string definitionId, int version, CancellationToken cancellationToken) => versions.ChangeAsync(
        async () =>
        {
            var latest = await WritableAsync(definitionId, cancellationToken);
            if (await database.Set<DefinitionRow>().SingleOrDefaultAsync(row => row.DefinitionId == definitionId && row.Number == version, cancellationToken) is not { } earlier)
                return null;
            var copy = versions.Add(latest, definitionId, DefinitionEnvelope.NewId(), earlier.Json);
            (copy.Name, copy.Description, copy.ToolVersion, copy.CreatedAt) = (earlier.Name, earlier.Description, earlier.ToolVersion, earlier.CreatedAt);
            (copy.IsSystem, copy.UsableAsActivity) = (earlier.IsSystem, earlier.UsableAsActivity);
            Record("恢复流程旧版", copy);
            return DefinitionQueries.VersionOf(copy);
        },
        cancellationToken);

    public Task<int> DeleteAsync(string definitionId, CancellationToken cancellationToken) => versions.ChangeAsync(
        async () =>
        {
            if (await WritableAsync(definitionId, cancellationToken) is null)
                return 0;
            var rows = await database.Set<DefinitionRow>().Where(row => row.DefinitionId == definitionId).ToListAsync(cancellationToken);
            await removal.OfVersionsAsync(rows.ConvertAll(row => row.Id), cancellationToken);
            await versions.StartFromAsync(definitionId, [], cancellationToken);
            await versions.ForgetConflictAsync(definitionId, cancellationToken);
            foreach (var row in rows)
                Record("删除流程", row);
            database.RemoveRange(rows);
            return rows.Count;
        },
        cancellationToken);

    public Task<bool> DeleteVersionAsync(string versionId, CancellationToken cancellationToken) => versions.ChangeAsync(
        async () =>
        {
            if (await database.Set<DefinitionRow>().SingleOrDefaultAsync(row => row.VersionId == versionId, cancellationToken) is not { } row)
                return false;
            await WritableAsync(row.DefinitionId, cancellationToken);
            await removal.OfVersionsAsync([row.Id], cancellationToken);
            if (row.IsPublished)
                await versions.StartFromAsync(row.DefinitionId, [], cancellationToken);
            if (row.IsLatest && await database.Set<DefinitionRow>().Where(other => other.DefinitionId == row.DefinitionId && other.Id != row.Id).OrderByDescending(other => other.Number).FirstOrDefaultAsync(cancellationToken) is { } newest)
                newest.IsLatest = true;
            if (await database.Set<DefinitionSourceRow>().AnyAsync(source => source.DefinitionId == row.DefinitionId && source.ConflictNumber == row.Number, cancellationToken))
                await versions.ForgetConflictAsync(row.DefinitionId, cancellationToken);
            Record("删除流程", row);
            database.Remove(row);
            return true;
        },
        cancellationToken);

    private async Task<SavedDefinition> SaveAsync(string modelJson, bool publish, bool isImport, CancellationToken cancellationToken)
    {
        var json = DefinitionEnvelope.WithDefinitionId(modelJson, DefinitionEnvelope.NewId);
        var definition = await versions.ReadAsync(json, cancellationToken);
        var envelope = DefinitionEnvelope.Read(json);
        return await versions.ChangeAsync(
            async () =>
            {
                var definitionId = envelope.DefinitionId ?? definition.DefinitionId;
                var latest = await WritableAsync(definitionId, cancellationToken);
                // A repeated call after an answer that was lost.
                if (publish && latest is { IsPublished: true } && latest.Hash == DefinitionEnvelope.HashOf(json))
                    return new SavedDefinition(DefinitionQueries.VersionOf(latest), AlreadyPublished: true);
                var hash = latest?.Hash;
                var row = versions.Draft(latest, definitionId, json, envelope);
                if (isImport && latest is null)
                {
                    row.IsReadonly = envelope.IsReadonly;
                    if (envelope.Id is { } id && !await database.Set<DefinitionRow>().AnyAsync(other => other.VersionId == id, cancellationToken))
                        row.VersionId = id;
                }

                if (publish)
                    return await PublishAsync(row, cancellationToken);
                // The designer saves again and again; what changed nothing is no act.
                if (isImport || row.Hash != hash)
                    Record(isImport ? "导入流程" : "保存流程草稿", row);
                return new SavedDefinition(DefinitionQueries.VersionOf(row), Findings: DefinitionValidator.Check(definition));
            },
            cancellationToken);
    }

    private async Task<SavedDefinition> PublishAsync(DefinitionRow row, CancellationToken cancellationToken)
    {
        if (row.IsReadonly)
            throw new ReadonlyDefinitionException(row.DefinitionId);
        if (row.IsPublished)
            return new SavedDefinition(DefinitionQueries.VersionOf(row), AlreadyPublished: true);
        var definition = await versions.ReadAsync(row.Json, cancellationToken);
        if (DefinitionValidator.Obstacles(definition) is { Count: > 0 } problems)
            throw new DefinitionRefusedException(problems, DefinitionValidator.Check(definition));
        await versions.PublishAsync(row, definition, cancellationToken);
        Record("发布流程", row);
        var moved = 0;
        if (row.UsableAsActivity && DefinitionEnvelope.Read(row.Json).UpdatesConsumers)
        {
            await database.SaveChangesAsync(cancellationToken);
            moved = (await references.UpdateAsync(row.DefinitionId, cancellationToken)).Count;
        }

        return new SavedDefinition(DefinitionQueries.VersionOf(row), ConsumingWorkflowCount: moved, Findings: DefinitionValidator.Check(definition));
    }

    /// <summary>The latest version, if the definition may be changed.</summary>
    private void Record(string act, DefinitionRow row) => log.Add(account.Name, act, $"{row.DefinitionId} 第{row.Number}版", null, row.Hash);

    private async Task<DefinitionRow?> WritableAsync(string definitionId, CancellationToken cancellationToken)
    {
        var latest = await versions.LatestAsync(definitionId, cancellationToken);
        return latest is { IsReadonly: true } ? throw new ReadonlyDefinitionException(definitionId) : latest;
    }
}
