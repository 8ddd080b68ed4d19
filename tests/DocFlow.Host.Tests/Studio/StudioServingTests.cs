using System.Net;
using System.Net.Http.Headers;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Host.Parts;

namespace DocFlow.Host.Tests.Studio;

/// <summary>How the designer's page and files are served.</summary>
public sealed class StudioServingTests(SharedHost shared)
{
    private static readonly StudioPackage Package = new(FontSettings.FromEnvironment().CacheFolder);

    [Theory]
    [InlineData("_framework/blazor.webassembly.js", "text/javascript")]
    [InlineData("_framework/icudt.oh1zvcfom8.dat", "application/octet-stream")]
    [InlineData("_framework/dotnet.native.rw4kynp763.wasm", "application/wasm")]
    [InlineData("_content/MudBlazor/MudBlazor.min.css", "text/css")]
    public async Task A_file_of_the_package_is_served_with_its_type(string path, string type)
    {
        using var response = await GetAsync(path);

        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Package.Folder, path)), await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("br", "br", ".br")]
    [InlineData("gzip, deflate", "gzip", ".gz")]
    [InlineData("gzip, deflate, br, zstd", "br", ".br")]
    [InlineData("br;q=0, gzip", "gzip", ".gz")]
    public async Task A_file_is_served_packed_where_the_browser_takes_it(string accepted, string encoding, string ending)
    {
        const string path = "_framework/dotnet.native.rw4kynp763.wasm";
        using var response = await GetAsync(path, request => request.Headers.Add("Accept-Encoding", accepted));

        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.Single());
        Assert.Equal("application/wasm", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        Assert.Equal(new FileInfo(Path.Combine(Package.Folder, path + ending)).Length, (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    [Theory]
    [InlineData("_framework/dotnet.native.rw4kynp763.wasm", "max-age=31536000")]
    [InlineData("_content/MudBlazor/MudBlazor.min.js?v=3.8.2", "max-age=31536000")]
    [InlineData("_content/MudBlazor/MudBlazor.min.js", "no-cache")]
    [InlineData("_content/MudBlazor/MudBlazor.min.js?v=3.8.1", "no-cache")]
    [InlineData("_framework/dotnet.js", "no-cache")]
    public async Task Only_what_changes_its_address_with_its_content_is_kept_by_browsers(string path, string says)
    {
        using var response = await GetAsync(path);

        Assert.Contains(says, response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_the_browser_has_is_not_sent_again()
    {
        using var first = await GetAsync("_framework/dotnet.js");

        using var second = await GetAsync("_framework/dotnet.js", request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("..%2F..%2Fdocflow.db")]
    [InlineData("_framework/..%2F..%2F..%2Ffonts/FandolFang-Regular.otf")]
    [InlineData("_framework/%2e%2e/%2e%2e/.turn")]
    [InlineData("..%5C.turn")]
    [InlineData("/etc/passwd")]
    [InlineData("%2Fetc%2Fpasswd")]
    [InlineData("_framework")]
    [InlineData("_framework/none.js")]
    [InlineData("")]
    public async Task Nothing_outside_the_package_is_served(string path)
    {
        using var response = await shared.Host.As("linzhiyuan").GetAsync("/studio/" + path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/studio/definitions")]
    [InlineData("/studio/_framework/dotnet.js")]
    public async Task Nobody_gets_the_designer_without_signing_in(string path)
    {
        using var client = shared.Host.Anyone();

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(path)).StatusCode);
    }

    [Theory]
    [InlineData("definitions", "definitions")]
    [InlineData("definitions/policy-document", "definitions/policy-document")]
    [InlineData("instances", "instances")]
    [InlineData("instances/01AB", "instances/01AB")]
    [InlineData("workflows/definitions/policy-document/edit", "definitions/policy-document")]
    [InlineData("workflows/instances/01AB/view", "instances/01AB")]
    [InlineData("definitions/%22%3E%3Cscript%3E", "definitions/%22%3E%3Cscript%3E")]
    public async Task The_page_says_what_it_shows_and_names_nothing_from_elsewhere(string path, string place)
    {
        var html = await shared.Host.As("linzhiyuan").GetStringAsync("/studio/" + path);

        Assert.Contains($"data-place=\"{place}\"", html, StringComparison.Ordinal);
        Assert.Contains("<base href=\"/studio/\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("//", html.Replace("<!DOCTYPE", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_allows_web_assembly_and_frames_of_this_host_and_nothing_from_elsewhere()
    {
        using var studio = await shared.Host.As("linzhiyuan").GetAsync("/studio/definitions");
        using var page = await shared.Host.As("linzhiyuan").GetAsync("/register");

        var policy = Policy(studio);
        Assert.Contains("'wasm-unsafe-eval'", policy["script-src"], StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-eval'", policy["script-src"], StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-inline'", policy["script-src"], StringComparison.Ordinal);
        Assert.Equal(("'none'", "'self'", "'self' blob:", "'self'"), (policy["default-src"], policy["connect-src"], policy["worker-src"], policy["frame-ancestors"]));
        Assert.DoesNotContain(policy.Values, sources => sources.Contains("http", StringComparison.Ordinal) || sources.Contains('*', StringComparison.Ordinal));
        Assert.DoesNotContain("wasm-unsafe-eval", Policy(page)["script-src"], StringComparison.Ordinal);
        Assert.Equal("no-store", studio.Headers.CacheControl!.ToString());
    }

    private static Dictionary<string, string> Policy(HttpResponseMessage response) =>
        response.Headers.GetValues("Content-Security-Policy").Single().Split("; ").ToDictionary(part => part[..part.IndexOf(' ', StringComparison.Ordinal)], part => part[(part.IndexOf(' ', StringComparison.Ordinal) + 1)..]);

    private async Task<HttpResponseMessage> GetAsync(string path, Action<HttpRequestMessage>? change = null)
    {
        Assert.SkipUnless(Package.IsComplete, "The designer is not in the cache.");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/studio/" + path);
        change?.Invoke(request);
        return await shared.Host.As("linzhiyuan").SendAsync(request);
    }
}
