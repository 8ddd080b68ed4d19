namespace DocFlow.Host.Sending;

/// <summary>The office's own system that is told of notices (Webhook:*); without an address none is.</summary>
internal sealed class WebhookOptions
{
    public string? Url { get; set; }

    /// <summary>What requests are signed with: at least 32 characters.</summary>
    public string? Secret { get; set; }

    /// <summary>The hosts that may be called, with their port where it isn't the usual one.</summary>
    public IList<string> AllowedHosts { get; init; } = [];

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
