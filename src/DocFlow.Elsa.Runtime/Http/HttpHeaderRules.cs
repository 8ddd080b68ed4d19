namespace DocFlow.Elsa.Runtime.Http;

/// <summary>Headers that workflows may write: none that changes how the message is read, whom it is for, or who is signed in.</summary>
internal static class HttpHeaderRules
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Content-Length", "Content-Type", "Transfer-Encoding", "TE", "Trailer", "Upgrade", "Keep-Alive", "Expect", "Cookie", "Set-Cookie",
        "Authorization", "Content-Security-Policy", "Strict-Transport-Security", "Clear-Site-Data",
        "Service-Worker-Allowed", "Access-Control-Allow-Credentials",
    };

    public static bool IsSafe(string name, IEnumerable<string> values) =>
        name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
        && !Reserved.Contains(name) && !name.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase)
        && !values.Any(value => value.AsSpan().ContainsAny('\r', '\n', '\0'));
}
