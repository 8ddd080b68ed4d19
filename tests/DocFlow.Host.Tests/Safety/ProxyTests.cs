using DocFlow.Host.Composition;
using DocFlow.Host.Safety;
using Microsoft.Extensions.Configuration;

namespace DocFlow.Host.Tests.Safety;

/// <summary>Behind a reverse proxy: the prefix, and who is believed.</summary>
public sealed class ProxyTests(SharedHost shared)
{
    [Fact]
    public async Task With_a_prefix_pages_and_designer_are_reached_under_it()
    {
        await using var host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { [ProxyDoor.PrefixSetting] = "/docflow/" }));

        Assert.Contains("<base href=\"/docflow/\"", await host.As("linzhiyuan").GetStringAsync("/docflow/register"), StringComparison.Ordinal);
        Assert.Contains("<base href=\"/docflow/studio/\">", await host.As("linzhiyuan").GetStringAsync("/docflow/studio/definitions"), StringComparison.Ordinal);
        using var client = host.Anyone();
        using var asked = await client.GetAsync("/docflow/register");
        Assert.StartsWith("/docflow/sign-in", asked.Headers.Location!.IsAbsoluteUri ? asked.Headers.Location.AbsolutePath : asked.Headers.Location.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proxy_on_this_machine_is_believed_about_prefix_and_address()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/register");
        request.Headers.Add("X-Forwarded-Prefix", "/oa");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "oa.example.org");
        using var client = shared.Host.Anyone();

        using var asked = await client.SendAsync(request);

        Assert.StartsWith("https://oa.example.org/oa/sign-in", asked.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.1.2.3", "10.1.2.3/32")]
    [InlineData("10.2.0.0/16, ::1", "10.2.0.0/16 ::1/128")]
    [InlineData("", "")]
    public void Proxies_are_addresses_or_networks(string setting, string networks) =>
        Assert.Equal(networks, string.Join(' ', ProxyDoor.Proxies(Of(ProxyDoor.ProxiesSetting, setting))));

    [Theory]
    [InlineData(ProxyDoor.ProxiesSetting, "proxy.local")]
    [InlineData(ProxyDoor.PrefixSetting, "docflow")]
    [InlineData(ProxyDoor.PrefixSetting, "//evil.example.org")]
    [InlineData(ProxyDoor.PrefixSetting, "/a\"b")]
    public void A_setting_that_cannot_be_meant_keeps_the_host_from_starting(string name, string value)
    {
        var refused = Assert.Throws<StartRefusedException>(() => (ProxyDoor.Prefix(Of(name, value)), ProxyDoor.Proxies(Of(name, value))));

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Of(string name, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [name] = value }).Build();
}
