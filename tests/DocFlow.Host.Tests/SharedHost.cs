[assembly: AssemblyFixture(typeof(DocFlow.Host.Tests.SharedHost))]

namespace DocFlow.Host.Tests;

/// <summary>One running host for all tests that only add documents of their own.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    internal OfficeHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await OfficeHost.StartAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
