using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Children;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>Everything that designers ask about before they draw.</summary>
public sealed class DescriptorCatalog(ActivityRegistry registry, IServiceProvider services)
{
    public IReadOnlyList<ExpressionDescriptor> Expressions => ExpressionDescriptors.All();

    public IReadOnlyList<VariableDescriptor> Variables => VariableDescriptors.All();

    public IReadOnlyList<StorageDriverDescriptor> StorageDrivers => StorageDriverDescriptors.All();

    public IReadOnlyList<StrategyDescriptor> IncidentStrategies => StrategyDescriptors.Incidents();

    public IReadOnlyList<StrategyDescriptor> ActivationStrategies => StrategyDescriptors.Activation();

    public IReadOnlyList<StrategyDescriptor> LogPersistenceStrategies => StrategyDescriptors.LogPersistence();

    public IReadOnlyList<CommitStrategyDescriptor> WorkflowCommitStrategies => CommitStrategyDescriptors.Workflows();

    public IReadOnlyList<CommitStrategyDescriptor> ActivityCommitStrategies => CommitStrategyDescriptors.Activities();

    /// <summary>What the engine is, and what other projects registered.</summary>
    public IReadOnlyList<InstalledFeature> Features => [.. InstalledFeatures.OfTheEngine(), .. services.GetServices<InstalledFeature>()];

    /// <summary>All activity types, by name, with the workflows that are usable as activities; drop-downs are asked anew.</summary>
    public async Task<IReadOnlyList<ActivityDescriptor>> ActivitiesAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var describer = new ActivityDescriber(scope.ServiceProvider);
        var descriptors = new List<ActivityDescriptor>();
        foreach (var name in registry.Names)
            descriptors.Add(await describer.DescribeAsync(name, registry.Find(name)!, cancellationToken));
        // The workflow itself is never created from JSON, but designers look up the type of the node that they start from.
        descriptors.Add(await describer.DescribeAsync(WorkflowActivity.TypeName, typeof(WorkflowActivity), cancellationToken));
        // A workflow never hides an activity type of the same name.
        var workflows = scope.ServiceProvider.GetService<IUsableWorkflows>()?.Published ?? [];
        descriptors.AddRange(workflows.Where(workflow => registry.Find(workflow.TypeName) is null).DistinctBy(workflow => workflow.TypeName).Select(WorkflowDescriber.Describe));
        return [.. descriptors.OrderBy(descriptor => descriptor.TypeName, StringComparer.Ordinal)];
    }

    /// <summary>One activity type; null when there is none of the name.</summary>
    public async Task<ActivityDescriptor?> ActivityAsync(string typeName, CancellationToken cancellationToken) =>
        (await ActivitiesAsync(cancellationToken)).FirstOrDefault(descriptor => descriptor.TypeName == typeName);

    /// <summary>What the editor of one input is given, asked anew with what the designer sent; empty when there is no such input.</summary>
    public async Task<IDictionary<string, object>> OptionsAsync(string typeName, string propertyName, JsonElement context, CancellationToken cancellationToken)
    {
        var property = registry.Find(typeName) is { } type
            ? InputDescriber.InputsOf(type).FirstOrDefault(input => InputDescriber.NameOf(input).Equals(propertyName, StringComparison.OrdinalIgnoreCase))
            : null;
        if (property is null)
            return new Dictionary<string, object>();
        await using var scope = services.CreateAsyncScope();
        return await new ActivityDescriber(scope.ServiceProvider).OptionsAsync(typeName, property, context, cancellationToken);
    }

    /// <summary>Conversions between two types: none is offered, an output keeps its type.</summary>
    public IReadOnlyList<OutputConverterDescriptor> OutputConverters(string sourceType, string destinationType) => [];
}
