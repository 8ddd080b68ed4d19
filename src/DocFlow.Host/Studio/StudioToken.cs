namespace DocFlow.Host.Studio;

/// <summary>What the designer calls the workflow API with.</summary>
internal sealed record StudioToken(string AccessToken, DateTimeOffset ExpiresAt);
