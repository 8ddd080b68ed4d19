namespace DocFlow.Office.Restricted;

/// <summary>What was filled into a restricted field (限阅字段), sealed and apart from the matter.</summary>
public sealed class RestrictedText
{
    public required string Id { get; init; }

    public required string DocumentId { get; init; }

    /// <summary>The field's key.</summary>
    public required string Key { get; init; }

    /// <summary>The field's label at that time.</summary>
    public required string Label { get; init; }

    /// <summary>The text with those who may read it, by <see cref="ITextSeal"/>: whoever changes the row in the database opens it to nobody.</summary>
    public required string Sealed { get; init; }

    public required DateTimeOffset At { get; init; }
}
