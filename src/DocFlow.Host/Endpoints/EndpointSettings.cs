using System.Globalization;
using DocFlow.Host.Composition;

namespace DocFlow.Host.Endpoints;

/// <summary>How the endpoints of workflows are open to the outside (HttpEndpoints:…).</summary>
/// <param name="BasePath">Where they begin.</param>
/// <param name="MostBytes">Of a request, where the endpoint says nothing; none takes more than <see cref="Ceiling"/>.</param>
/// <param name="Longest">How long one may take, where the endpoint says nothing.</param>
/// <param name="MostPerMinute">Requests of one address that isn't signed in.</param>
/// <param name="AllowsStrangers">Whether endpoints that don't ask who calls are open to everybody; not unless an administrator says so.</param>
internal sealed record EndpointSettings(string BasePath, long MostBytes, TimeSpan Longest, int MostPerMinute, bool AllowsStrangers)
{
    public const long Ceiling = 28 * 1024 * 1024;

    /// <summary>No endpoint holds its caller longer, whatever it asks for.</summary>
    public static readonly TimeSpan LongestEver = TimeSpan.FromHours(1);

    public static EndpointSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("HttpEndpoints");
        var path = "/" + (section["BasePath"] ?? "workflows").Trim('/');
        if (path.Length < 2 || path.Contains("//", StringComparison.Ordinal) || !path.All(character => char.IsAsciiLetterOrDigit(character) || "/-_".Contains(character, StringComparison.Ordinal)))
            throw new StartRefusedException($"HttpEndpoints:BasePath 的值“{path}”不能用作网址，请写成 /workflows 的样子。");
        return new EndpointSettings(
            path, Positive(section, "MostBytes", 4 * 1024 * 1024), TimeSpan.FromSeconds(Positive(section, "TimeoutSeconds", 30)), Positive(section, "MostPerMinute", 600),
            section.GetValue("AllowAnonymous", false));
    }

    private static int Positive(IConfigurationSection section, string name, int standard)
    {
        if (section[name] is not { Length: > 0 } text)
            return standard;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0
            ? value
            : throw new StartRefusedException($"HttpEndpoints:{name} 的值“{text}”不能用，请写成大于零的整数。");
    }
}
