namespace DocFlow.Office.Steps;

/// <summary>Fields of a matter that its procedure sets. Only adds to the context.</summary>
public interface IMatterFields
{
    Task SetAsync(string documentId, string fieldKey, string? value, CancellationToken cancellationToken = default);
}
