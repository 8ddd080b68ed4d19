using System.Net;
using DocFlow.Elsa.Api.Tests.Running;

namespace DocFlow.Elsa.Api.Tests.Safety;

/// <summary>What isn't there, and refusals without words: as the real server answers them, and never a page to sign in.</summary>
public sealed class UnknownRouteTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("GET", "/elsa/api/nothing", HttpStatusCode.NotFound, null)]
    [InlineData("GET", "/elsa", HttpStatusCode.NotFound, null)]
    [InlineData("POST", "/elsa/hubs/other", HttpStatusCode.NotFound, null)]
    [InlineData("GET", "/elsa/api/bookmarks/resume?t=bad", HttpStatusCode.NotFound, null)]
    [InlineData("POST", "/elsa/api/admin/workflow-runtime/pause", HttpStatusCode.NotFound, null)]
    [InlineData("POST", "/elsa/api/alterations/run", HttpStatusCode.NotFound, null)]
    [InlineData("PATCH", "/elsa/api/workflow-definitions", HttpStatusCode.MethodNotAllowed, "GET, POST")]
    [InlineData("DELETE", "/elsa/api/identity/login", HttpStatusCode.MethodNotAllowed, "POST")]
    [InlineData("GET", "/elsa/api/cancel/workflow-instances/one", HttpStatusCode.MethodNotAllowed, "POST")]
    public async Task What_is_not_there_is_401_for_strangers_and_404_or_405_for_others(string method, string path, HttpStatusCode status, string? allowed)
    {
        using var stranger = await SendAsync(host.Anyone(), method, path);
        using var known = await SendAsync(host.WithKey(), method, path);

        Assert.Equal((HttpStatusCode.Unauthorized, null), (stranger.StatusCode, stranger.Headers.Location));
        Assert.Equal((status, allowed), (known.StatusCode, known.Content.Headers.Allow.Count > 0 ? string.Join(", ", known.Content.Headers.Allow) : null));
        Assert.Equal("", await known.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_cookie_alone_opens_nothing()
    {
        using var client = await host.SignedInAsync("sysadmin");
        using var response = await SendAsync(client, "GET", "/elsa/api/nothing");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    // Recordings 001, 028 and 070: no body.
    [Theory]
    [InlineData("/elsa/api/workflow-definitions", false, HttpStatusCode.Unauthorized)]
    [InlineData("/elsa/api/workflow-definitions/by-definition-id/nope?versionOptions=Latest", true, HttpStatusCode.NotFound)]
    [InlineData("/elsa/api/workflow-instances/none", true, HttpStatusCode.NotFound)]
    public async Task A_refusal_without_words_has_no_body(string path, bool isKnown, HttpStatusCode status)
    {
        using var response = await SendAsync(isKnown ? host.WithKey() : host.Anyone(), "GET", path);

        Assert.Equal((status, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_permission_that_is_missing_is_403_without_a_body()
    {
        using var client = host.Anyone();
        client.DefaultRequestHeaders.Add("X-DocFlow-Act-As", "hemin");
        using var response = await SendAsync(client, "GET", "/elsa/api/workflow-definitions");

        Assert.Equal((HttpStatusCode.Forbidden, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        return await client.SendAsync(request);
    }
}
