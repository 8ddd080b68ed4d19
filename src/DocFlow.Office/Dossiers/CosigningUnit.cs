using DocFlow.Office.People;

namespace DocFlow.Office.Dossiers;

/// <summary>A unit that is asked to countersign (会签单位).</summary>
public sealed class CosigningUnit
{
    public required string DocumentId { get; init; }

    public required string UnitId { get; init; }

    public Unit? Unit { get; init; }
}
