using DocFlow.Office.Procedures;

namespace DocFlow.Office.Matters;

/// <summary>One field of a matter as registers filter, sort and sum it: a copy of what the matter's current version says, under indexes.</summary>
public sealed class MatterValue
{
    /// <summary>Longer texts are cut here; the matter itself keeps them whole.</summary>
    public const int MostText = 200;

    public required string DocumentId { get; init; }

    /// <summary>The field's key.</summary>
    public required string Key { get; init; }

    public required string ProcedureId { get; init; }

    /// <summary>As shown: names of people and units, a day as yyyy-MM-dd.</summary>
    public required string Text { get; set; }

    /// <summary>A number field's value, times <see cref="Scale"/>.</summary>
    public long? Number { get; set; }

    /// <param name="shown">The field's value as shown; empty for none.</param>
    internal static MatterValue Of(string documentId, string procedureId, ProcedureField field, string shown)
    {
        var text = shown.Length <= MostText ? shown : shown[..MostText];
        return new MatterValue
        {
            DocumentId = documentId, Key = field.Key, ProcedureId = procedureId, Text = text,
            Number = field.Type == FieldType.Number && FieldRules.Number(text) is { } amount ? (long)(amount * Scale) : null,
        };
    }

    /// <summary>Numbers are kept whole: four places after the point.</summary>
    public const int Scale = 10_000;
}
