namespace DocFlow.Host.Accounts;

/// <summary>A token to call the workflow API with, and one to get the next with.</summary>
internal sealed record WorkflowTokens(string AccessToken, string RefreshToken);
