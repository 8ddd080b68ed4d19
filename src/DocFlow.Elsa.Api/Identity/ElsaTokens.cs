namespace DocFlow.Elsa.Api.Identity;

/// <summary>A token to call with, and one to get the next with.</summary>
public sealed record ElsaTokens(string AccessToken, string RefreshToken);
