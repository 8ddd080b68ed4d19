using DocFlow.Host.Endpoints;
using DocFlow.Host.Studio;

namespace DocFlow.Host.Safety;

/// <summary>What browsers are told on every answer: nothing from elsewhere, no foreign frames, no guessing of types.</summary>
internal static class SecurityHeaders
{
    // Blazor's script and circuit come from here; MudBlazor sets inline styles; previews are data: and blob: pictures.
    private const string Pages =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'self'";

    // The workflow designer runs WebAssembly, and Monaco starts its workers from blobs. The hashes are of the two scripts for
    // shortcut keys that the pinned package writes into its editor and its instance list.
    private const string Studio =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=' "
        + "'sha256-vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts='; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'self'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Set as the answer begins: an error page clears what was set before.
        context.Response.OnStarting(static state =>
        {
            Add((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return next(context);
    });

    private static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "SAMEORIGIN";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers.ContentSecurityPolicy = PolicyOf(context);
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
    }

    private static string PolicyOf(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<SandboxedAnswer>() is not null)
            return SandboxedAnswer.Policy;
        return context.Request.Path.StartsWithSegments(StudioShell.Path, StringComparison.OrdinalIgnoreCase) ? Studio : Pages;
    }
}
