using DocFlow.Elsa.Runtime.Http;
using DocFlow.Elsa.Runtime.Management;
using DocFlow.Host.Endpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace DocFlow.Host.Engines;

/// <summary>The endpoints of published workflows, below one path. Each says itself whether its callers must sign in.</summary>
internal static class WorkflowEndpoints
{
    public static void AddWorkflowEndpoints(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = EndpointSettings.From(configuration);
        services.AddSingleton(settings).AddSingleton<CallerGate>();
        services.AddSingleton(new HttpEndpointAddress(settings.BasePath + "/"));
    }

    public static void MapWorkflowEndpoints(this WebApplication app) =>
        app.Map($"{app.Services.GetRequiredService<EndpointSettings>().BasePath}/{{**path}}", ServeAsync)
            .AllowAnonymous().WithMetadata(new SandboxedAnswer()).ExcludeFromDescription();

    private static async Task ServeAsync(HttpContext context, EndpointSettings settings, CallerGate gate, IWorkflowRequests requests)
    {
        var isKnown = await CallerGate.KnowsAsync(context);
        if (gate.StrangerRefusal(context, isKnown) is { } closed)
        {
            context.Response.StatusCode = closed;
            return;
        }

        var path = "/" + context.Request.RouteValues["path"];
        var (instanceId, correlationId) = (Query(context, "workflowInstanceId"), Query(context, "correlationId"));
        if (await requests.FindAsync(context.Request.Method, path, instanceId, correlationId, context.RequestAborted) is not { } target)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (await gate.RefusalAsync(context, target.Rules, isKnown) is { } refusal)
            context.Response.StatusCode = refusal;
        else if (target.IsAmbiguous)
            context.Response.StatusCode = StatusCodes.Status409Conflict;
        else
            // A stranger doesn't say which matter a new instance is about: that may be a document of the office.
            await RunAsync(context, settings, requests, target, path, isKnown ? correlationId : null);
    }

    private static async Task RunAsync(HttpContext context, EndpointSettings settings, IWorkflowRequests requests, RequestTarget target, string path, string? correlationId)
    {
        var allowed = target.Rules.RequestTimeout is { } asked && asked > TimeSpan.Zero ? asked : settings.Longest;
        using var late = new CancellationTokenSource(allowed < EndpointSettings.LongestEver ? allowed : EndpointSettings.LongestEver, TimeProvider.System);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, context.RequestAborted);
        try
        {
            var most = Math.Min(target.Rules.RequestSizeLimit is > 0 and var size ? size : settings.MostBytes, EndpointSettings.Ceiling);
            var request = await RequestReader.ReadAsync(context.Request, path, target.Values, most, stop.Token);
            await AnswerAsync(context, await requests.DeliverAsync(target, request, correlationId, stop.Token));
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status408RequestTimeout;
        }
        catch (InvalidDataException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private static async Task AnswerAsync(HttpContext context, RequestAnswer answer)
    {
        var response = context.Response;
        if (answer.Reply is not { } reply)
        {
            response.StatusCode = (answer.HasRun, answer.IsFaulted) switch
            {
                (false, _) => StatusCodes.Status409Conflict,
                (_, true) => StatusCodes.Status500InternalServerError,
                _ => StatusCodes.Status200OK,
            };
            return;
        }

        // What the workflow says is all that is said.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        response.StatusCode = reply.StatusCode;
        foreach (var (name, values) in reply.Headers)
            response.Headers[name] = values;
        if (reply.ContentType is { } type)
            response.ContentType = type;
        if (!HttpMethods.IsHead(context.Request.Method) && reply.StatusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified))
            await response.Body.WriteAsync(reply.Body, context.RequestAborted);
    }

    private static string? Query(HttpContext context, string name) => context.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;
}
