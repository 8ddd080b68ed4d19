using DocFlow.Host.Accounts;

namespace DocFlow.Host.Studio;

/// <summary>Elsa Studio under /studio: its page by what it shows, and its files.</summary>
internal static class StudioEndpoints
{
    public static void MapStudio(this WebApplication app)
    {
        var group = app.MapGroup(StudioShell.Path).RequireAuthorization(Permissions.SignedIn).ExcludeFromDescription();
        group.MapGet("/definitions", (HttpRequest request) => Page(request, StudioPlace.Definitions, null));
        group.MapGet("/definitions/{id}", (HttpRequest request, string id) => Page(request, StudioPlace.Definitions, id));
        group.MapGet("/instances", (HttpRequest request) => Page(request, StudioPlace.Instances, null));
        group.MapGet("/instances/{id}", (HttpRequest request, string id) => Page(request, StudioPlace.Instances, id));
        // Where Studio itself goes when it has no callback: after a run and after saving under another name.
        group.MapGet("/workflows/definitions/{id}/edit", (HttpRequest request, string id) => Page(request, StudioPlace.Definitions, id));
        group.MapGet("/workflows/instances/{id}/view", (HttpRequest request, string id) => Page(request, StudioPlace.Instances, id));
        group.MapGet("/appsettings.json", () => Results.Text(StudioShell.Settings, "application/json"));
        group.MapGet("/{**path}", (HttpContext context, StudioFiles files, string? path) => files.Serve(context, path ?? ""));
    }

    private static IResult Page(HttpRequest request, string kind, string? id)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Text(StudioShell.Html(request.PathBase, StudioPlace.Of(kind, id)), "text/html; charset=utf-8");
    }
}
