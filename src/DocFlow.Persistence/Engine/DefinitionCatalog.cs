using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Office.Events;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>The definitions as the office uses them: what is published, and what the folder of files brings.</summary>
public sealed class DefinitionCatalog
{
    private const string Provider = "Folder";

    private readonly DocFlowDbContext _database;
    private readonly DefinitionVersions _versions;
    private readonly IProcedureLog _log;
    private readonly TimeProvider _time;

    internal DefinitionCatalog(DocFlowDbContext database, DefinitionVersions versions, IProcedureLog log, TimeProvider time) =>
        (_database, _versions, _log, _time) = (database, versions, log, time);

    /// <summary>The published version, or null.</summary>
    public Task<DefinitionRow?> PublishedAsync(string definitionId, CancellationToken cancellationToken) =>
        _database.Set<DefinitionRow>().AsNoTracking().SingleOrDefaultAsync(row => row.DefinitionId == definitionId && row.IsPublished, cancellationToken);

    /// <summary>The hashes of all published versions, by definition.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PublishedHashesAsync(CancellationToken cancellationToken) => await _database.Set<DefinitionRow>().AsNoTracking()
        .Where(row => row.IsPublished).ToDictionaryAsync(row => row.DefinitionId, row => row.Hash, cancellationToken);

    /// <summary>The files that wait as drafts because a designer had changed the definition as well.</summary>
    public async Task<IReadOnlyList<FileConflict>> ConflictsAsync(CancellationToken cancellationToken) => await (
        from source in _database.Set<DefinitionSourceRow>()
        where source.ConflictNumber != null
        join row in _database.Set<DefinitionRow>() on new { source.DefinitionId, Number = source.ConflictNumber!.Value } equals new { row.DefinitionId, row.Number }
        orderby source.ConflictAt
        select new FileConflict(source.DefinitionId, row.Name, row.Number, source.ConflictAt!.Value)).ToListAsync(cancellationToken);

    /// <summary>Which definition a text is.</summary>
    /// <exception cref="DefinitionRefusedException">It can't be read.</exception>
    public string IdOf(string json) => _versions.Read(json).DefinitionId;

    /// <summary>
    /// Takes a file: publishes it as the next version, unless it was taken before. When a designer has made a version since the last
    /// file, it becomes a draft.
    /// </summary>
    /// <exception cref="DefinitionRefusedException">It can't be used; what runs stays.</exception>
    public async Task<FileImport> ImportAsync(string json, CancellationToken cancellationToken)
    {
        var definition = await _versions.ReadAsync(json, cancellationToken);
        if (DefinitionValidator.Validate(definition) is { Count: > 0 } problems)
            throw new DefinitionRefusedException(problems);

        var hash = DefinitionEnvelope.HashOf(json);
        // Most files are as they were at the last start: that takes no lock.
        if (await _database.Set<DefinitionSourceRow>().AsNoTracking().AnyAsync(source => source.DefinitionId == definition.DefinitionId && source.Hash == hash, cancellationToken)
            && await _database.Set<DefinitionRow>().AnyAsync(row => row.DefinitionId == definition.DefinitionId, cancellationToken))
            return default;
        return await _versions.ChangeAsync(() => ImportAsync(definition, json, hash, cancellationToken), cancellationToken);
    }

    private async Task<FileImport> ImportAsync(WorkflowDefinition definition, string json, string hash, CancellationToken cancellationToken)
    {
        var id = definition.DefinitionId;
        var latest = await _versions.LatestAsync(id, cancellationToken);
        var source = await _database.Set<DefinitionSourceRow>().SingleOrDefaultAsync(row => row.DefinitionId == id, cancellationToken);
        if (latest is not null && source?.Hash == hash)
            return default;

        if (source is null && latest is { IsPublished: true } && latest.Hash == hash)
        {
            _database.Add(new DefinitionSourceRow { DefinitionId = id, Hash = hash, Number = latest.Number });
            return default;
        }

        var isChangedByDesigner = latest is not null && !IsAsTaken(latest, source);
        var row = Next(latest, source, isChangedByDesigner, id, json);
        if (source is null)
            _database.Add(source = new DefinitionSourceRow { DefinitionId = id, Hash = hash, Number = row.Number });
        source.Hash = hash;
        if (isChangedByDesigner)
        {
            (source.ConflictNumber, source.ConflictAt) = (row.Number, _time.GetUtcNow());
        }
        else
        {
            source.Number = row.Number;
            await _versions.PublishAsync(row, definition, cancellationToken);
        }

        _log.Add(account: null, isChangedByDesigner ? "流程文件存为草稿" : "按文件发布流程", $"{id} 第{row.Number}版", instance: null, row.Hash);
        return new FileImport(row.Number, isChangedByDesigner);
    }

    // What runs is what the last file said, or was there before it.
    private static bool IsAsTaken(DefinitionRow latest, DefinitionSourceRow? source) =>
        source is not null && latest.IsPublished && (latest.Number <= source.Number || latest.Hash == source.Hash);

    // A draft that the last file left and nobody touched is written over; a designer's draft never is.
    private DefinitionRow Next(DefinitionRow? latest, DefinitionSourceRow? source, bool isConflict, string definitionId, string json)
    {
        var envelope = DefinitionEnvelope.Read(json);
        var ownDraft = isConflict && latest is { IsPublished: false } && source?.ConflictNumber == latest.Number && latest.Hash == source.Hash;
        var row = ownDraft ? latest! : _versions.Add(latest, definitionId, DefinitionEnvelope.NewId(), json);
        (row.Json, row.Hash, row.ProviderName) = (json, DefinitionEnvelope.HashOf(json), Provider);
        (row.Name, row.Description, row.ToolVersion) = (envelope.Name, envelope.Description, envelope.ToolVersion);
        (row.IsSystem, row.UsableAsActivity) = (envelope.IsSystem, envelope.UsableAsActivity);
        return row;
    }
}
