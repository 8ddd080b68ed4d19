using DocFlow.Office.Lists;
using DocFlow.Office.People;
using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Matters;

/// <summary>The procedures, and what a person may do with them.</summary>
internal sealed class ProcedureCatalog(IOfficeData data, IProcedures procedures, OfficeDirectory directory, StoredLists lists)
{
    public async Task<Procedure> RequireAsync(string procedureId, CancellationToken cancellationToken) =>
        await FindAsync(procedureId, cancellationToken) ?? throw RefusalException.NotFound("这个办事事项");

    public async Task<Procedure?> FindAsync(string? procedureId, CancellationToken cancellationToken) =>
        procedureId is null ? null : await WithListsAsync((await procedures.DeclaredAsync(cancellationToken)).FirstOrDefault(procedure => procedure.Id == procedureId), cancellationToken);

    /// <summary>The procedure and the step that an option of the list of all steps means; null when there is no such step any more.</summary>
    public async Task<(string ProcedureId, string Step)?> StepAsync(string? option, CancellationToken cancellationToken)
    {
        foreach (var procedure in await procedures.DeclaredAsync(cancellationToken))
        {
            if (procedure.Steps.FirstOrDefault(step => OptionOf(procedure, step) == option) is { } found)
                return (procedure.Id, found);
        }

        return null;
    }

    /// <summary>The procedure that an option of the list of all procedures means; null when there is none so called any more.</summary>
    public async Task<Procedure?> TitledAsync(string? title, CancellationToken cancellationToken) =>
        (await procedures.DeclaredAsync(cancellationToken)).FirstOrDefault(procedure => procedure.Title == title);

    public async Task<IReadOnlyList<ProcedureEntry>> ListAsync(string personId, CancellationToken cancellationToken)
    {
        var posts = await PostsAsync(personId, cancellationToken);
        return [.. (await procedures.DeclaredAsync(cancellationToken)).Select(procedure => new ProcedureEntry(
            procedure.Id, procedure.Title, procedure.Group, procedure.Description, procedure.Register?.Name, MayStart(procedure, posts)))];
    }

    /// <summary>By procedure: what is reported with one press while its matters run.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RaisingAsync(CancellationToken cancellationToken) =>
        (await procedures.DeclaredAsync(cancellationToken)).Where(procedure => procedure.Raises is not null).ToDictionary(procedure => procedure.Id, procedure => procedure.Raises!);

    /// <summary>The procedures all of whose matters a person may read.</summary>
    public async Task<IReadOnlyList<string>> ReadableAsync(IReadOnlyList<Post> posts, CancellationToken cancellationToken) => posts.Count == 0
        ? []
        : [.. (await procedures.DeclaredAsync(cancellationToken)).Where(procedure => Audience.Includes(procedure.Readers, posts)).Select(procedure => procedure.Id)];

    public async Task<bool> MayStartAsync(string personId, Procedure procedure, CancellationToken cancellationToken) =>
        MayStart(procedure, await PostsAsync(personId, cancellationToken));

    // Lists are as the office has them now; the declaration only names them.
    private async Task<Procedure?> WithListsAsync(Procedure? procedure, CancellationToken cancellationToken)
    {
        return procedure is null || procedure.Fields.All(field => field.List is null && field.Columns.All(column => column.List is null))
            ? procedure
            : procedure with { Fields = await WithListsAsync(procedure.Fields, cancellationToken) };
    }

    private async Task<IReadOnlyList<ProcedureField>> WithListsAsync(IReadOnlyList<ProcedureField> fields, CancellationToken cancellationToken)
    {
        var filled = new List<ProcedureField>();
        foreach (var field in fields)
        {
            filled.Add(field with
            {
                Options = field.List is null ? field.Options : await OptionsAsync(field.List, cancellationToken),
                Columns = field.Columns.Count == 0 ? field.Columns : await WithListsAsync(field.Columns, cancellationToken),
            });
        }

        return filled;
    }

    private async Task<IReadOnlyList<string>> OptionsAsync(string list, CancellationToken cancellationToken) => list switch
    {
        ProcedureField.StepList => [.. (await procedures.DeclaredAsync(cancellationToken)).SelectMany(procedure => procedure.Steps.Select(step => OptionOf(procedure, step)))],
        ProcedureField.ProcedureList => [.. (await procedures.DeclaredAsync(cancellationToken)).Select(procedure => procedure.Title)],
        ProcedureField.PostList => await data.Posts.OrderBy(post => post.Unit!.Order).ThenBy(post => post.Order).Select(post => post.Unit!.Name + "/" + post.Name).ToListAsync(cancellationToken),
        _ => (await lists.FindAsync(list, cancellationToken))?.Items ?? [],
    };

    private static string OptionOf(Procedure procedure, string step) => $"{procedure.Title}／{step}";

    private static bool MayStart(Procedure procedure, IReadOnlyList<Post> posts) =>
        procedure.HasForm && posts.Count > 0 && (procedure.Starters.Count == 0 || Audience.Includes(procedure.Starters, posts));

    private async Task<IReadOnlyList<Post>> PostsAsync(string personId, CancellationToken cancellationToken) =>
        (await directory.InForce().AsNoTracking().Where(appointment => appointment.PersonId == personId).ToListAsync(cancellationToken)).ConvertAll(appointment => appointment.Post!);
}

/// <summary>A line of the catalogue (办事).</summary>
/// <param name="RegisterName">Its register; null without one.</param>
/// <param name="MayStart">Whether this person may start one from a form.</param>
public sealed record ProcedureEntry(string Id, string Title, string Group, string Description, string? RegisterName, bool MayStart);
