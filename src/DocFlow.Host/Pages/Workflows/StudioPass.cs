namespace DocFlow.Host.Pages.Workflows;

/// <summary>A token on its way to the frame; how long it lasts is told as a span, because the browser's clock may differ.</summary>
/// <param name="MayEndRuns">Whether the person may cancel and delete runs; who may not isn't offered it.</param>
public sealed record StudioPass(string AccessToken, double SecondsLeft, bool MayEndRuns);
