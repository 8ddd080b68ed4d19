using DocFlow.Office.ProcedureRegisters;

namespace DocFlow.Office.SavedViews;

/// <summary>The saved views of registers.</summary>
public interface ISavedViews
{
    /// <summary>The person's own, then those that others share with the office.</summary>
    Task<IReadOnlyList<SavedViewRow>> ListAsync(string personId, string procedureId, CancellationToken cancellationToken = default);

    /// <summary>Keeps a view; one of the person's own with the same name is replaced.</summary>
    /// <exception cref="RefusalException">The register can't be asked so, the name is taken or too long, or only readers of the whole register may share.</exception>
    Task<string> SaveAsync(string actorId, string procedureId, NewSavedView view, CancellationToken cancellationToken = default);

    /// <summary>Removes an own view.</summary>
    Task DeleteAsync(string actorId, string procedureId, string viewId, CancellationToken cancellationToken = default);
}

/// <summary>A view as it is handed in.</summary>
public sealed record NewSavedView(string Name, bool IsShared, RegisterQuery Query);

/// <summary>A view in the list.</summary>
/// <param name="Owner">Whose it is.</param>
public sealed record SavedViewRow(string Id, string Name, bool IsShared, bool IsMine, string Owner, RegisterQuery Query);
