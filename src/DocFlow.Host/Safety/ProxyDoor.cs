using System.Net;
using DocFlow.Host.Composition;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace DocFlow.Host.Safety;

/// <summary>
/// Where the host stands behind a reverse proxy: who may say under which address it is reached, and under which prefix it answers.
/// </summary>
internal static class ProxyDoor
{
    /// <summary>Addresses or networks of proxies besides this machine itself, e.g. 10.1.2.3, 10.2.0.0/16.</summary>
    public const string ProxiesSetting = "DOCFLOW_PROXIES";

    /// <summary>The prefix that a proxy leaves on, e.g. /docflow.</summary>
    public const string PrefixSetting = "DOCFLOW_PATH_BASE";

    public static void AddProxyDoor(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedPrefix;
            foreach (var proxy in Proxies(configuration))
                options.KnownIPNetworks.Add(proxy);
        });

    /// <summary>Before anything that looks at an address.</summary>
    public static void UseProxyDoor(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (Prefix(app.Configuration) is { } prefix)
            app.UsePathBase(prefix);
        // Routes are looked for only now that the prefix is off.
        app.UseRouting();
    }

    /// <exception cref="StartRefusedException">One of them is no address.</exception>
    public static IReadOnlyList<IPNetwork> Proxies(IConfiguration configuration) =>
        [.. (configuration[ProxiesSetting] ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Network)];

    /// <exception cref="StartRefusedException">It is no prefix.</exception>
    public static string? Prefix(IConfiguration configuration)
    {
        var prefix = configuration[PrefixSetting]?.TrimEnd('/');
        if (string.IsNullOrEmpty(prefix))
            return null;
        return prefix[0] == '/' && !prefix.Contains("//", StringComparison.Ordinal) && prefix.All(character => char.IsAsciiLetterOrDigit(character) || "/-_.".Contains(character, StringComparison.Ordinal))
            ? prefix
            : throw new StartRefusedException($"{PrefixSetting} 的值“{prefix}”不能用作网址前缀，请写成 /docflow 的样子。");
    }

    private static IPNetwork Network(string text)
    {
        if (IPAddress.TryParse(text, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(text, out var network)
            ? network
            : throw new StartRefusedException($"{ProxiesSetting} 中的“{text}”不是 IP 地址或网段，请写成 10.1.2.3 或 10.2.0.0/16 的样子。");
    }
}
