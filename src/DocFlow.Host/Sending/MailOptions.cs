namespace DocFlow.Host.Sending;

/// <summary>The mail server that notices go out by (Mail:*); without a host none do.</summary>
internal sealed class MailOptions
{
    public string? Host { get; set; }

    public int Port { get; set; } = 25;

    /// <summary>none, starttls (the default where a password is given), or tls.</summary>
    public string? Security { get; set; }

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The sender's address.</summary>
    public string? From { get; set; }

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);
}
