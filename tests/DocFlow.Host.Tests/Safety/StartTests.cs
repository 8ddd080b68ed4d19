using DocFlow.Host.Accounts;
using DocFlow.Host.Composition;
using Microsoft.Extensions.Configuration;

namespace DocFlow.Host.Tests.Safety;

/// <summary>Settings that can't be meant keep the host from starting.</summary>
public sealed class StartTests
{
    [Fact]
    public void A_key_shorter_than_32_characters_is_refused()
    {
        var refusal = Assert.Throws<StartRefusedException>(() => AdminApiKey.From(With("DOCFLOW_ADMIN_API_KEY", new string('k', 31))));

        Assert.Contains("DOCFLOW_ADMIN_API_KEY", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("32", refusal.Message, StringComparison.Ordinal);
        Assert.True(AdminApiKey.From(With("DOCFLOW_ADMIN_API_KEY", new string('k', 32))).Is(new string('k', 32)));
    }

    [Fact]
    public void Without_a_key_no_key_is_right() => Assert.False(AdminApiKey.From(With("DOCFLOW_ADMIN_API_KEY", "")).Is(""));

    private static IConfiguration With(string name, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [name] = value }).Build();
}
