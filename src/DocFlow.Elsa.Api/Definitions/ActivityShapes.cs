using DocFlow.Elsa.Runtime.Descriptors;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>What each activity type has in JSON: its inputs, outputs and places for children. Types don't change while the host runs.</summary>
internal sealed class ActivityShapes(DescriptorCatalog catalog)
{
    private readonly Lock _gate = new();
    private Task<Dictionary<string, ActivityDescriptor>>? _shapes;

    public async Task<ShapeList> AllAsync()
    {
        Task<Dictionary<string, ActivityDescriptor>> shapes;
        lock (_gate)
        {
            // One that failed is asked again.
            if (_shapes is not { IsFaulted: false, IsCanceled: false })
                _shapes = LoadAsync();
            shapes = _shapes;
        }

        return new ShapeList(await shapes);
    }

    private async Task<Dictionary<string, ActivityDescriptor>> LoadAsync()
    {
        var shapes = new Dictionary<string, ActivityDescriptor>(StringComparer.Ordinal);
        // Workflows that are used as activities come and go, and carry their inputs in their JSON.
        foreach (var descriptor in await catalog.ActivitiesAsync(CancellationToken.None))
        {
            if (!descriptor.CustomProperties.ContainsKey("WorkflowDefinitionId"))
                shapes.TryAdd(descriptor.TypeName, descriptor);
        }

        return shapes;
    }
}

/// <summary>The shapes by type name.</summary>
internal readonly record struct ShapeList(IReadOnlyDictionary<string, ActivityDescriptor> ByType)
{
    public ActivityDescriptor? Find(string typeName) => ByType.GetValueOrDefault(typeName);
}
