using DocFlow.Office.Procedures;

namespace DocFlow.Office.Matters;

/// <summary>Starting matters (事项) of procedures with a form, as pages and the API do it.</summary>
public interface IMatterDesk
{
    /// <summary>办事: all procedures that are published, with what the person may do.</summary>
    Task<IReadOnlyList<ProcedureEntry>> ListAsync(string personId, CancellationToken cancellationToken = default);

    /// <summary>What is to be filled in to start one.</summary>
    Task<MatterStart> FormAsync(string personId, string procedureId, string? bornFromId = null, CancellationToken cancellationToken = default);

    /// <summary>Starts a matter: its form is kept, it gets its number and deadline, and its procedure runs. A repeated press finds the first one.</summary>
    /// <returns>The matter's id, which is also that of its page.</returns>
    Task<string> StartAsync(string actorId, string procedureId, MatterForm form, CancellationToken cancellationToken = default);

    /// <summary>What runs and concerns the person, and in which something can happen that is reported with one press (突发情况).</summary>
    Task<IReadOnlyList<RaisingMatter>> RaisingAsync(string personId, CancellationToken cancellationToken = default);

    /// <summary>批注: says something on a matter, also once it is filed. It stands in its trace for ever.</summary>
    Task AnnotateAsync(string actorId, string matterId, string text, CancellationToken cancellationToken = default);
}

/// <summary>A matter from which something can be reported with one press.</summary>
/// <param name="ProcedureId">What is started by the press.</param>
public sealed record RaisingMatter(string DocumentId, string Title, string Kind, string ProcedureId);

/// <summary>A form to be filled in.</summary>
/// <param name="Values">What stands there at first.</param>
/// <param name="BornFrom">The title of what it is born from; null for none.</param>
public sealed record MatterStart(string ProcedureId, string Title, string Description, IReadOnlyList<ProcedureField> Fields, IReadOnlyDictionary<string, string> Values, string? BornFrom)
{
    public ProcedureHelp? Help { get; init; }

    /// <summary>Who alone may read what is filled into restricted fields, in words, by key.</summary>
    public IReadOnlyDictionary<string, string> Restrictions { get; init; } = new Dictionary<string, string>();
}
