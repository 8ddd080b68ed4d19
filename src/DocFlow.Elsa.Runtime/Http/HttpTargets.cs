namespace DocFlow.Elsa.Runtime.Http;

/// <summary>Which other systems workflows may call: none unless an administrator names them.</summary>
public sealed class HttpTargets
{
    /// <summary>Hosts, or host:port where the port isn't the usual one of the scheme.</summary>
    public IList<string> Hosts { get; init; } = [];

    /// <summary>Those of the hosts that may have addresses of the office's own network. Addresses of clouds' metadata services are refused even so.</summary>
    public IList<string> PrivateHosts { get; init; } = [];

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes of an answer that are read.</summary>
    public int MostBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Whether requests to the address may be sent at all; what it resolves to is checked when the connection is made.</summary>
    internal bool Allows(Uri url) => Names(Hosts, url) || Names(PrivateHosts, url);

    internal bool AllowsPrivate(string host) => PrivateHosts.Any(entry => HostOf(entry).Equals(host, StringComparison.OrdinalIgnoreCase));

    private static bool Names(IEnumerable<string> entries, Uri url) => entries.Any(entry =>
        HostOf(entry).Equals(url.IdnHost, StringComparison.OrdinalIgnoreCase) && (PortOf(entry) is { } port ? port == url.Port : url.IsDefaultPort));

    // An IPv6 address stands in brackets when a port follows.
    private static string HostOf(string entry)
    {
        var text = entry.Trim();
        if (text.StartsWith('['))
            return text[1..Math.Max(text.IndexOf(']', StringComparison.Ordinal), 1)];
        return text.Count(character => character == ':') == 1 ? text[..text.IndexOf(':', StringComparison.Ordinal)] : text;
    }

    private static int? PortOf(string entry)
    {
        var text = entry.Trim();
        var after = text.StartsWith('[') ? text[(text.IndexOf(']', StringComparison.Ordinal) + 1)..] : text;
        return after.Count(character => character == ':') == 1 && int.TryParse(after[(after.IndexOf(':', StringComparison.Ordinal) + 1)..], out var port) ? port : null;
    }
}
