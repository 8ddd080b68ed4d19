namespace DocFlow.Office.Steps;

/// <summary>Fields of a matter that its procedure goes by or sets. Only adds to the context.</summary>
public interface IMatterFields
{
    /// <summary>What was chosen in a choice field; null for nothing. Of fields, the engine learns only this.</summary>
    Task<string?> ReadChoiceAsync(string documentId, string fieldKey, CancellationToken cancellationToken = default);

    Task SetAsync(string documentId, string fieldKey, string? value, CancellationToken cancellationToken = default);
}
