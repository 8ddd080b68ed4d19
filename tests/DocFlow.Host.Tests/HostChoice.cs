using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Host.Tests;

/// <summary>How a test's host differs from the usual one.</summary>
internal sealed record HostChoice(string Environment = "Development", Action<IServiceCollection>? Replace = null, IReadOnlyDictionary<string, string?>? Settings = null);
