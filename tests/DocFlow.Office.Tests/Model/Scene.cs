using DocFlow.Office.Dossiers;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Tests.Model;

/// <summary>What there is when somebody tries something.</summary>
/// <param name="Actor">Who tries.</param>
/// <param name="Seat">On which seat, mostly one that is pending; null when there is none.</param>
internal sealed record Scene(Document Document, string Actor, Seat? Seat)
{
    public bool IsOver => Document.State is DocumentState.Void or DocumentState.Issued or DocumentState.Archived;
}
