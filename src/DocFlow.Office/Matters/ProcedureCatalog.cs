using DocFlow.Office.People;
using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Matters;

/// <summary>The procedures, and what a person may do with them.</summary>
internal sealed class ProcedureCatalog(IProcedures procedures, OfficeDirectory directory)
{
    public async Task<Procedure> RequireAsync(string procedureId, CancellationToken cancellationToken) =>
        await FindAsync(procedureId, cancellationToken) ?? throw RefusalException.NotFound("这个办事事项");

    public async Task<Procedure?> FindAsync(string? procedureId, CancellationToken cancellationToken) =>
        procedureId is null ? null : (await procedures.DeclaredAsync(cancellationToken)).FirstOrDefault(procedure => procedure.Id == procedureId);

    public async Task<IReadOnlyList<ProcedureEntry>> ListAsync(string personId, CancellationToken cancellationToken)
    {
        var posts = await PostsAsync(personId, cancellationToken);
        return [.. (await procedures.DeclaredAsync(cancellationToken)).Select(procedure => new ProcedureEntry(
            procedure.Id, procedure.Title, procedure.Group, procedure.Description, procedure.Register?.Name, MayStart(procedure, posts)))];
    }

    /// <summary>The procedures all of whose matters a person may read.</summary>
    public async Task<IReadOnlyList<string>> ReadableAsync(IReadOnlyList<Post> posts, CancellationToken cancellationToken) => posts.Count == 0
        ? []
        : [.. (await procedures.DeclaredAsync(cancellationToken)).Where(procedure => Audience.Includes(procedure.Readers, posts)).Select(procedure => procedure.Id)];

    public async Task<bool> MayStartAsync(string personId, Procedure procedure, CancellationToken cancellationToken) =>
        MayStart(procedure, await PostsAsync(personId, cancellationToken));

    private static bool MayStart(Procedure procedure, IReadOnlyList<Post> posts) =>
        procedure.HasForm && posts.Count > 0 && (procedure.Starters.Count == 0 || Audience.Includes(procedure.Starters, posts));

    private async Task<IReadOnlyList<Post>> PostsAsync(string personId, CancellationToken cancellationToken) =>
        (await directory.InForce().AsNoTracking().Where(appointment => appointment.PersonId == personId).ToListAsync(cancellationToken)).ConvertAll(appointment => appointment.Post!);
}

/// <summary>A line of the catalogue (办事).</summary>
/// <param name="RegisterName">Its register; null without one.</param>
/// <param name="MayStart">Whether this person may start one from a form.</param>
public sealed record ProcedureEntry(string Id, string Title, string Group, string Description, string? RegisterName, bool MayStart);
