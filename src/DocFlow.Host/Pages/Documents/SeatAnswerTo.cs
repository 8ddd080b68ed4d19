using DocFlow.Office.WorkItems;

namespace DocFlow.Host.Pages.Documents;

/// <summary>What was chosen in a dialog about seats.</summary>
/// <param name="Place">When the person decides in relation to the asker.</param>
/// <param name="Id">The person's or the seat's id.</param>
internal sealed record SeatAnswerTo(string Id, string Reason, SeatPlace Place = SeatPlace.Beside);
