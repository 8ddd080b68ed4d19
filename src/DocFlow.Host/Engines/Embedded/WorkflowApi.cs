using DocFlow.Elsa.Api;
using DocFlow.Elsa.Api.Security;

namespace DocFlow.Host.Engines;

/// <summary>What accounts need to know of the workflow API.</summary>
internal static class WorkflowApi
{
    public const string Scheme = ElsaApi.Scheme;
    public const string Prefix = ElsaApi.Prefix;
    public const string Hub = ElsaApi.Hub;
    public const string PermissionClaim = ElsaClaims.Permission;
    public const string InstanceClaim = ElsaClaims.Instance;
    public const string EveryPermission = ElsaClaims.All;
    public const string CancelInstances = ElsaPermissions.CancelInstances;

    public static IReadOnlyList<string> Designer => ElsaPermissions.Designer;

    public static IReadOnlyList<string> Viewer => ElsaPermissions.Viewer;
}
