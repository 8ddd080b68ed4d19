using DocFlow.Elsa.Api.Security;
using Microsoft.AspNetCore.SignalR;

namespace DocFlow.Elsa.Api.Live;

/// <summary>Viewers say here which instance they look at.</summary>
internal sealed class WorkflowInstanceHub(Viewers viewers) : Hub
{
    private const int Longest = 200;

    public async Task ObserveInstanceAsync(string? instanceId)
    {
        if (string.IsNullOrWhiteSpace(instanceId) || instanceId.Length > Longest)
            throw new HubException("没有写明要查看哪个流程实例。");
        var user = Context.User;
        if (user is null || !PermissionRequirement.Has(user, ElsaPermissions.ReadInstances) || (user.BoundTo() is { } bound && bound != instanceId))
            throw new HubException("Access denied.");
        viewers.Add(Context.ConnectionId, instanceId);
        await Groups.AddToGroupAsync(Context.ConnectionId, instanceId, Context.ConnectionAborted);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        viewers.Remove(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
