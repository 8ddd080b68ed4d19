namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>The storage drivers that definitions may name. The names are Elsa's; they are matched, never loaded.</summary>
internal static class StorageDriverDescriptors
{
    public static IReadOnlyList<StorageDriverDescriptor> All() =>
    [
        Of("Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core", "WorkflowInstance", 5, deprecated: false),
        Of("Elsa.Workflows.MemoryStorageDriver, Elsa.Workflows.Core", "Memory", 0, deprecated: false),
        Of("Elsa.Workflows.Services.WorkflowStorageDriver, Elsa.Workflows.Core", "Workflow", -1, deprecated: true),
    ];

    private static StorageDriverDescriptor Of(string typeName, string name, int priority, bool deprecated) =>
        new(typeName, DescriptorTexts.Of($"StorageDriver.{name}"), priority, deprecated);
}
