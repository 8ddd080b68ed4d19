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

    public static EndpointSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("HttpEndpoints");
        var path = "/" + (section["BasePath"] ?? "workflows").Trim('/');
        if (path.Length < 2 || path.Contains("//", StringComparison.Ordinal) || !path.All(character => char.IsAsciiLetterOrDigit(character) || "/-_".Contains(character, StringComparison.Ordinal)))
            throw new StartRefusedException($"HttpEndpoints:BasePath 的值“{path}”不能用作网址，请写成 /workflows 的样子。");
        return new EndpointSettings(
            path, section.GetValue("MostBytes", 4L * 1024 * 1024), TimeSpan.FromSeconds(section.GetValue("TimeoutSeconds", 30)), section.GetValue("MostPerMinute", 600),
            section.GetValue("AllowAnonymous", false));
    }
}
