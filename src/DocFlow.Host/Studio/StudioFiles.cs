using System.Text.RegularExpressions;
using DocFlow.Host.Parts;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace DocFlow.Host.Studio;

/// <summary>The package's files as they lie in the cache, packed where the browser takes it.</summary>
internal sealed partial class StudioFiles(StudioPackage package)
{
    private static readonly FileExtensionContentTypeProvider Types = new() { Mappings = { [".dat"] = "application/octet-stream", [".map"] = "application/json" } };

    private static readonly (string Encoding, string Ending)[] Packings = [("br", ".br"), ("gzip", ".gz")];

    public IResult Serve(HttpContext context, string path)
    {
        if (Find(path) is not { } file || !Types.TryGetContentType(path, out var type))
            return Results.NotFound();
        var headers = context.Response.Headers;
        // A name or an address that changes with the content may be kept; whatever else is asked for again.
        headers.CacheControl = Fingerprinted().IsMatch(path) || context.Request.Query["v"] == StudioPackage.Version
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        var (served, encoding) = Pack(file, context.Request.Headers.AcceptEncoding);
        if (encoding.Length > 0)
            headers.ContentEncoding = encoding;
        var tag = new EntityTagHeaderValue($"\"{StudioPackage.Version}-{new FileInfo(served).Length:x}{(encoding.Length > 0 ? "-" + encoding : "")}\"");
        return Results.File(served, type, entityTag: tag);
    }

    // Only what lies inside the package, by its own name: no packed twin, no link, no way up.
    private string? Find(string path)
    {
        if (path.Split('/').Any(part => part is "" or "." or ".." || part.AsSpan().IndexOfAny('\\', '\0', ':') >= 0))
            return null;
        var file = Path.GetFullPath(Path.Combine(package.Folder, path));
        return file.StartsWith(package.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(file) ? file : null;
    }

    private static (string File, string Encoding) Pack(string file, StringValues accepted)
    {
        if (StringWithQualityHeaderValue.TryParseList(accepted, out var wanted))
        {
            foreach (var (encoding, ending) in Packings)
            {
                if (wanted.Any(value => value.Value == encoding && value.Quality is null or > 0) && File.Exists(file + ending))
                    return (file + ending, encoding);
            }
        }

        return (file, "");
    }

    [GeneratedRegex(@"^_framework/.*\.[a-z0-9]{10}\.(wasm|js|dat)$|\.[a-z0-9]{10}\.bundle\.scp\.css$", RegexOptions.CultureInvariant)]
    private static partial Regex Fingerprinted();
}
