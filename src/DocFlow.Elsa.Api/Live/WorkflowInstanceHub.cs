using DocFlow.Elsa.Api.Security;
using Microsoft.AspNetCore.SignalR;

namespace DocFlow.Elsa.Api.Live;

/// <summary>Viewers say here which instance they look at.</summary>
internal sealed class WorkflowInstanceHub(Viewers viewers) : Hub
{
    public async Task ObserveInstanceAsync(string instanceId)
    {
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
