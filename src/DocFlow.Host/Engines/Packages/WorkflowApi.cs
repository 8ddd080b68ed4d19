namespace DocFlow.Host.Engines;

/// <summary>What accounts need to know of the workflow API.</summary>
internal static class WorkflowApi
{
    public const string Scheme = "Elsa";
    public const string Path = "/elsa/api";
    public const string Prefix = "/elsa";
    public const string Hub = "/elsa/hubs/workflow-instance";
    public const string PermissionClaim = "permissions";
    public const string InstanceClaim = "docflow:instance";
    public const string EveryPermission = "*";
    public const string CancelInstances = "cancel:workflow-instances";

    public static IReadOnlyList<string> Designer { get; } =
    [
        "read:*", "read:incident-strategies", "read:workflow-activation-strategies", "read:commit-strategies", "read:log-persistence-strategies",
        "write:workflow-definitions", "publish:workflow-definitions", "retract:workflow-definitions", "delete:workflow-definitions", "exec:workflow-definitions", "exec:tests",
    ];

    /// <summary>Nothing: the packages don't know tokens that are bound to one instance, and would show all instances with their values.</summary>
    public static IReadOnlyList<string> Viewer => [];

    public static bool Concerns(HttpRequest request) =>
        request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase) || request.Path.StartsWithSegments(Hub, StringComparison.OrdinalIgnoreCase);
}
