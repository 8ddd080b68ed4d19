namespace DocFlow.Host.Pages.Documents;

/// <summary>What was chosen in a dialog about seats.</summary>
/// <param name="Id">The person's or the seat's id.</param>
internal sealed record SeatAnswerTo(string Id, string Reason);
