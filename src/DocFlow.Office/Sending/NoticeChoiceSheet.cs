namespace DocFlow.Office.Sending;

/// <summary>A person's choices.</summary>
/// <param name="Chosen">Each kind with a way that it goes on besides the system itself.</param>
/// <param name="Ways">The ways that are set up here; not looked at when saving.</param>
public sealed record NoticeChoiceSheet(string? Mail, bool WantsDigest, IReadOnlyList<ChosenWay> Chosen, IReadOnlyList<NoticeWay>? Ways = null);
