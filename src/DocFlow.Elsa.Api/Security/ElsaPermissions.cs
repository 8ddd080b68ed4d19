namespace DocFlow.Elsa.Api.Security;

/// <summary>Elsa's permissions, by the names that it gives them.</summary>
public static class ElsaPermissions
{
    public const string ReadDefinitions = "read:workflow-definitions";
    public const string WriteDefinitions = "write:workflow-definitions";
    public const string PublishDefinitions = "publish:workflow-definitions";
    public const string RetractDefinitions = "retract:workflow-definitions";
    public const string DeleteDefinitions = "delete:workflow-definitions";
    public const string ExecuteDefinitions = "exec:workflow-definitions";
    public const string ReadInstances = "read:workflow-instances";
    public const string WriteInstances = "write:workflow-instances";
    public const string CancelInstances = "cancel:workflow-instances";
    public const string DeleteInstances = "delete:workflow-instances";
    public const string ReadExecutions = "read:activity-execution";
    public const string ReadFeatures = "read:installed-features";
    public const string ReadActivityDescriptors = "read:activity-descriptors";
    public const string ReadActivityOptions = "read:activity-descriptors-options";
    public const string ReadExpressions = "read:expression-descriptors";
    public const string ReadVariables = "read:variable-descriptors";
    public const string ReadStorageDrivers = "read:storage-drivers";
    public const string ReadScriptTypes = "read:javascript-type-definitions";
    public const string ReadOutputConverters = "read:output-converters";
    public const string ReadResilience = "read:resilience";
    public const string ReadIncidentStrategies = "read:incident-strategies";
    public const string ReadActivationStrategies = "read:workflow-activation-strategies";
    public const string ReadCommitStrategies = "read:commit-strategies";
    public const string ReadLogStrategies = "read:log-persistence-strategies";
    public const string ExecuteTests = "exec:tests";
    public const string CompleteTasks = "tasks:complete";
    public const string TriggerEvents = "trigger:event";
    public const string RetryAlterations = "run:alterations";

    /// <summary>What “read:*” doesn't cover in Elsa either.</summary>
    public static IReadOnlyList<string> NotInReadAll { get; } = [ReadIncidentStrategies, ReadActivationStrategies, ReadCommitStrategies, ReadLogStrategies];

    /// <summary>Every permission that a route asks for.</summary>
    public static IReadOnlyList<string> Every { get; } =
    [
        ReadDefinitions, WriteDefinitions, PublishDefinitions, RetractDefinitions, DeleteDefinitions, ExecuteDefinitions,
        ReadInstances, WriteInstances, CancelInstances, DeleteInstances, ReadExecutions,
        ReadFeatures, ReadActivityDescriptors, ReadActivityOptions, ReadExpressions, ReadVariables, ReadStorageDrivers, ReadScriptTypes, ReadOutputConverters, ReadResilience,
        .. NotInReadAll, ExecuteTests, CompleteTasks, TriggerEvents, RetryAlterations,
    ];

    /// <summary>What a designer of procedures may do: everything with definitions, and look at instances; no hand on the work of others.</summary>
    public static IReadOnlyList<string> Designer { get; } =
    [
        ElsaClaims.ReadAll, .. NotInReadAll, WriteDefinitions, PublishDefinitions, RetractDefinitions, DeleteDefinitions, ExecuteDefinitions, ExecuteTests,
    ];

    /// <summary>What the viewer of one instance asks for.</summary>
    public static IReadOnlyList<string> Viewer { get; } =
        [ReadDefinitions, ReadInstances, ReadExecutions, ReadFeatures, ReadActivityDescriptors, ReadStorageDrivers, ReadExpressions, ReadVariables, ReadResilience];
}
