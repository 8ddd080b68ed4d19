using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Definitions;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>A picture of the workflows that others may use as activities; taken anew when the definitions' lock shows that some definition changed.</summary>
internal sealed class UsableWorkflows : IUsableWorkflows
{
    private volatile Picture _picture = new(-1, []);

    public IReadOnlyList<UsableWorkflow> Published => _picture.Published;

    /// <summary>Which picture this is: what was read with another may be out of date.</summary>
    public long Stamp => _picture.Stamp;

    // Text without a version means the published one, a version that is gone too.
    public UsableWorkflow? ByType(string typeName, int? version)
    {
        var picture = _picture;
        return picture.All.FirstOrDefault(workflow => workflow.TypeName == typeName && workflow.Version == version) ?? picture.Published.FirstOrDefault(workflow => workflow.TypeName == typeName);
    }

    public UsableWorkflow? ByVersionId(string versionId) => _picture.All.FirstOrDefault(workflow => workflow.VersionId == versionId);

    public UsableWorkflow? ByDefinitionId(string definitionId) => _picture.Published.FirstOrDefault(workflow => workflow.DefinitionId == definitionId);

    /// <summary>Takes the picture anew if a definition was changed since, by whichever host.</summary>
    public async Task RefreshAsync(DocFlowDbContext database, CancellationToken cancellationToken)
    {
        // What a transaction has changed isn't so yet: the picture is taken after its commit.
        if (database.Database.CurrentTransaction is not null)
            return;
        var number = await database.Set<EngineLockRow>().Where(row => row.Id == EngineLockRow.Definitions).Select(row => row.Number).SingleAsync(cancellationToken);
        if (number == _picture.Number)
            return;
        var rows = await database.Set<DefinitionRow>().AsNoTracking().Where(row => row.UsableAsActivity).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var all = rows.Where(row => row.Name is not null).Select(Of).ToArray();
        // Other changes leave the picture, and what was read with it, as they are.
        _picture = all.SequenceEqual(_picture.All) ? _picture with { Number = number } : new Picture(number, all) { Stamp = number };
    }

    /// <summary>A workflow's name as the type of an activity, as Elsa makes it: words joined, each with a capital.</summary>
    internal static string TypeOf(string name) => string.Concat(
        name.Split([' ', '_', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static UsableWorkflow Of(DefinitionRow row) =>
        new(TypeOf(row.Name!), row.DefinitionId, row.VersionId, row.Number, row.IsPublished, row.Name, row.Description, DefinitionEnvelope.CategoryOf(row.Json), row.Json);

    private sealed record Picture(long Number, IReadOnlyList<UsableWorkflow> All)
    {
        public long Stamp { get; init; }

        public IReadOnlyList<UsableWorkflow> Published { get; } = [.. All.Where(workflow => workflow.IsPublished)];
    }
}
