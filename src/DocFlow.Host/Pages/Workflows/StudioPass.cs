namespace DocFlow.Host.Pages.Workflows;

/// <summary>A token on its way to the frame; how long it lasts is told as a span, because the browser's clock may differ.</summary>
public sealed record StudioPass(string AccessToken, double SecondsLeft);
