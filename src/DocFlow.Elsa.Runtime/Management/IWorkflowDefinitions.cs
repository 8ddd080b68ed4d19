using DocFlow.Elsa.Runtime.Definitions;

namespace DocFlow.Elsa.Runtime.Management;

/// <summary>
/// The stored definitions and their versions (semantics §11). Each change is one transaction. A text that can't be used is refused with
/// <see cref="DefinitionRefusedException"/>, a read-only definition with <see cref="ReadonlyDefinitionException"/>; both store nothing.
/// </summary>
public interface IWorkflowDefinitions
{
    Task<Page<DefinitionSummary>> ListAsync(DefinitionQuery query, CancellationToken cancellationToken);

    /// <summary>The version of the choice, the newest when several match; null when there is none.</summary>
    Task<DefinitionVersion?> FindAsync(string definitionId, VersionChoice version, CancellationToken cancellationToken);

    Task<DefinitionVersion?> FindVersionAsync(string versionId, CancellationToken cancellationToken);

    /// <summary>
    /// Saves a model as the draft: the latest version if that isn't published, else a new one. A model without definitionId becomes a new
    /// definition.
    /// </summary>
    /// <param name="modelJson">The model as Elsa's API takes it.</param>
    /// <param name="publish">Publish the draft in the same transaction.</param>
    /// <exception cref="DefinitionRefusedException">It can't be read, or it can't be published as it is.</exception>
    Task<SavedDefinition> SaveAsync(string modelJson, bool publish, CancellationToken cancellationToken);

    /// <summary>As a draft; a new definition keeps the id and isReadonly of its text.</summary>
    Task<SavedDefinition> ImportAsync(string modelJson, CancellationToken cancellationToken);

    /// <summary>Publishes the latest version; null when there is no such definition.</summary>
    Task<SavedDefinition?> PublishAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>Takes the published version out of use; running instances go on.</summary>
    /// <returns>Null when there is no such definition, or <see cref="SavedDefinition.AlreadyPublished"/> false when it wasn't published.</returns>
    Task<SavedDefinition?> RetractAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>Makes a copy of an earlier version the latest draft; null when there is no such version.</summary>
    Task<DefinitionVersion?> RevertAsync(string definitionId, int version, CancellationToken cancellationToken);

    /// <summary>Deletes a definition with all versions and its instances.</summary>
    /// <returns>How many versions were deleted.</returns>
    Task<int> DeleteAsync(string definitionId, CancellationToken cancellationToken);

    /// <returns>Whether there was such a version.</returns>
    Task<bool> DeleteVersionAsync(string versionId, CancellationToken cancellationToken);

    Task<bool> IsNameUniqueAsync(string name, string? exceptDefinitionId, CancellationToken cancellationToken);

    /// <summary>How many definitions there are.</summary>
    Task<int> CountAsync(CancellationToken cancellationToken);

    /// <summary>Which definitions use one as an activity, directly or through others.</summary>
    Task<IReadOnlyList<string>> ConsumersAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>Points the consumers' activities to the published version.</summary>
    /// <returns>The definitions that were changed.</returns>
    Task<IReadOnlyList<string>> UpdateReferencesAsync(string definitionId, CancellationToken cancellationToken);
}
