using System.Net;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Tests.Replay;
using DocFlow.Elsa.Api.Tests.Running;
using DocFlow.Host.Composition;

namespace DocFlow.Elsa.Api.Tests.Endpoints;

/// <summary>Requests from outside that start published workflows, or that workflows wait for.</summary>
public sealed class WorkflowRequestTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task The_recorded_workflow_answers_as_the_real_server_did_and_its_path_is_taken()
    {
        using var designer = host.WithKey();
        var saved = await SaveAsync(designer, Recording.Of("100").RequestBody!);
        using var anyone = host.Anyone();

        using var answer = await anyone.GetAsync("/workflows/hello?name=Bob");
        using var none = await anyone.GetAsync("/workflows/none");
        using var wrongMethod = await anyone.DeleteAsync("/workflows/hello");
        var second = await SaveAsync(designer, Recording.Of("112").RequestBody!);

        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Hello Bob", await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (none.StatusCode, wrongMethod.StatusCode));
        Assert.Equal(HttpStatusCode.BadRequest, second.Status);
        Assert.Equal(400, (int)second.Body["statusCode"]!);
        Assert.Contains("/hello", second.Body["errors"]!["generalErrors"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_gets_no_origin_and_no_guessing_of_its_type()
    {
        await PublishAsync("page", Endpoint("page", "pages/{id:int}"), Reply("text/html", "`<script>alert(${getV()?.id ?? 1})</script>`"));
        using var anyone = host.Anyone();

        using var answer = await anyone.GetAsync("/workflows/pages/7");

        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("sandbox;", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task An_endpoint_that_asks_for_a_caller_refuses_strangers()
    {
        await PublishAsync("guarded", Endpoint("guarded", "guarded", "\"authorize\":{\"typeName\":\"Boolean\",\"expression\":{\"type\":\"Literal\",\"value\":true}}"), Reply("text/plain", "'in'"));
        await PublishAsync("ruled", Endpoint("ruled", "ruled", "\"policy\":{\"typeName\":\"String\",\"expression\":{\"type\":\"Literal\",\"value\":\"no such policy\"}}"), Reply("text/plain", "'in'"));
        using var anyone = host.Anyone();
        using var known = host.WithKey();

        using var refused = await anyone.GetAsync("/workflows/guarded");
        using var ruled = await known.GetAsync("/workflows/ruled");

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("in", await known.GetStringAsync("/workflows/guarded"));
        Assert.Equal(HttpStatusCode.Forbidden, ruled.StatusCode);
    }

    [Fact]
    public async Task Nobody_gets_in_without_a_token_or_key_unless_an_administrator_opened_the_endpoints()
    {
        var closed = new ApiHost { OpenToStrangers = null };
        await closed.InitializeAsync();
        try
        {
            using var known = closed.WithKey();
            var saved = await SaveAsync(known, Recording.Of("100").RequestBody!);
            using var anyone = closed.Anyone();

            using var refused = await anyone.GetAsync("/workflows/hello?name=Bob");
            using var unknownPath = await anyone.GetAsync("/workflows/none");

            Assert.Equal(HttpStatusCode.OK, saved.Status);
            Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (refused.StatusCode, unknownPath.StatusCode));
            Assert.Equal("Hello Bob", await known.GetStringAsync("/workflows/hello?name=Bob"));
        }
        finally
        {
            await closed.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_request_beyond_the_endpoints_limit_is_told_so()
    {
        await PublishAsync("small", Endpoint("small", "small", "\"requestSizeLimit\":{\"typeName\":\"Int64\",\"expression\":{\"type\":\"Literal\",\"value\":10}}", "POST"), Reply("text/plain", "'taken'"));
        using var anyone = host.Anyone();

        using var fits = await anyone.PostAsync("/workflows/small", new StringContent("0123456789"));
        using var tooLarge = await anyone.PostAsync("/workflows/small", new StringContent("0123456789X"));

        Assert.Equal("taken", await fits.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
    }

    [Fact]
    public async Task A_request_that_takes_longer_than_its_endpoint_allows_is_ended_and_leaves_nothing()
    {
        await PublishAsync("hurried", Endpoint("hurried", "hurried", "\"requestTimeout\":{\"typeName\":\"TimeSpan\",\"expression\":{\"type\":\"Literal\",\"value\":\"00:00:00.2\"}}", "POST"), Reply("text/plain", "'taken'"));

        Assert.Equal(HttpStatusCode.RequestTimeout, await SlowCaller.PostAsync(host, "/workflows/hurried"));
        using var designer = host.WithKey();
        Assert.Equal(0, (int)JsonNode.Parse(await designer.GetStringAsync($"{ElsaApi.Root}/workflow-instances?definitionId=hurried"))!["totalCount"]!);
    }

    [Fact]
    public async Task An_endpoint_may_not_ask_for_more_time_than_a_clock_has()
    {
        await PublishAsync("patient", Endpoint("patient", "patient", "\"requestTimeout\":{\"typeName\":\"TimeSpan\",\"expression\":{\"type\":\"Literal\",\"value\":\"100.00:00:00\"}}"), Reply("text/plain", "'taken'"));
        using var anyone = host.Anyone();

        Assert.Equal("taken", await anyone.GetStringAsync("/workflows/patient"));
    }

    [Fact]
    public async Task Strangers_may_call_so_often_and_so_long_as_the_settings_say_and_known_callers_as_often_as_they_like()
    {
        var strict = new ApiHost { Settings = new Dictionary<string, string> { ["HttpEndpoints:MostPerMinute"] = "2", ["HttpEndpoints:TimeoutSeconds"] = "1" } };
        await strict.InitializeAsync();
        try
        {
            using var known = strict.WithKey();
            await SaveAsync(known, Recording.Of("100").RequestBody!);
            await SaveAsync(known, JsonNode.Parse($$"""{"model":{"definitionId":"post","root":{"type":"Elsa.Sequence","id":"s","activities":[{{Endpoint("post", "post", method: "POST")}}]} },"publish":true}""")!);
            using var anyone = strict.Anyone();
            var statuses = new List<HttpStatusCode>();
            foreach (var path in new[] { "/workflows/hello", "/workflows/none", "/workflows/hello" })
            {
                using var answer = await anyone.GetAsync(path);
                statuses.Add(answer.StatusCode);
            }

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], statuses);
            Assert.Equal(HttpStatusCode.RequestTimeout, await SlowCaller.PostAsync(strict, "/workflows/post"));
            foreach (var _ in Enumerable.Range(0, 4))
                Assert.Equal("Hello Bob", await known.GetStringAsync("/workflows/hello?name=Bob"));
        }
        finally
        {
            await strict.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("HttpEndpoints:MostPerMinute", "0")]
    [InlineData("HttpEndpoints:TimeoutSeconds", "-1")]
    [InlineData("HttpEndpoints:MostBytes", "many")]
    public async Task A_limit_that_is_none_keeps_the_host_from_starting(string name, string value)
    {
        var host = new ApiHost { Settings = new Dictionary<string, string> { [name] = value } };

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(async () => await host.InitializeAsync());

        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workflow_that_waits_goes_on_with_the_request_and_a_retracted_one_is_closed()
    {
        var first = """{"type":"Elsa.WriteLine","id":"first","version":1}""";
        await PublishAsync("waiting", first, Endpoint("waiting", "answers/{who}", start: false), Reply("text/plain", "'got it'"));
        using var designer = host.WithKey();
        var ids = new List<string>();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var started = await designer.PostAsync($"{ElsaApi.Root}/workflow-definitions/waiting/execute", new StringContent("{}"));
            ids.Add(started.Headers.GetValues("x-elsa-workflow-instance-id").Single());
        }

        using var anyone = host.Anyone();
        using var ambiguous = await anyone.GetAsync("/workflows/answers/li");
        var answer = await anyone.GetStringAsync($"/workflows/answers/li?workflowInstanceId={ids[0]}");
        var state = JsonNode.Parse(await designer.GetStringAsync($"{ElsaApi.Root}/workflow-instances/{ids[0]}"))!;
        using var again = await anyone.GetAsync($"/workflows/answers/li?workflowInstanceId={ids[0]}");
        using var retracted = await designer.PostAsync($"{ElsaApi.Root}/workflow-definitions/waiting/retract", new StringContent("{}"));
        using var closed = await anyone.GetAsync($"/workflows/answers/li?workflowInstanceId={ids[1]}");

        Assert.Equal(HttpStatusCode.Conflict, ambiguous.StatusCode);
        Assert.Equal("got it", answer);
        Assert.Equal("Finished", (string?)state["subStatus"]);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, retracted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
    }

    [Fact]
    public async Task Where_a_request_can_both_start_and_resume_it_starts_unless_it_names_the_instance()
    {
        await PublishAsync("both", Endpoint("both", "both"), Reply("text/plain", "getWorkflowInstanceId()"));
        using var designer = host.WithKey();
        // Not started by a request, it waits at its own trigger.
        using var started = await designer.PostAsync($"{ElsaApi.Root}/workflow-definitions/both/execute", new StringContent("{}"));
        var waiting = started.Headers.GetValues("x-elsa-workflow-instance-id").Single();
        using var anyone = host.Anyone();

        var fresh = await anyone.GetStringAsync("/workflows/both");
        var stillWaits = (string?)JsonNode.Parse(await designer.GetStringAsync($"{ElsaApi.Root}/workflow-instances/{waiting}"))!["subStatus"];
        var resumed = await anyone.GetStringAsync($"/workflows/both?workflowInstanceId={waiting}");

        Assert.NotEqual(waiting, fresh);
        Assert.Equal("Suspended", stillWaits);
        Assert.Equal(waiting, resumed);
    }

    [Fact]
    public async Task A_cookie_alone_is_nobody_to_an_endpoint()
    {
        await PublishAsync("by-cookie", Endpoint("by-cookie", "by-cookie", "\"authorize\":{\"typeName\":\"Boolean\",\"expression\":{\"type\":\"Literal\",\"value\":true} }"), Reply("text/plain", "'in'"));
        using var browser = await host.SignedInAsync("sysadmin");

        using var answer = await browser.GetAsync("/workflows/by-cookie");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Of_many_that_wait_at_templates_the_one_that_fits_best_is_found()
    {
        var first = """{"type":"Elsa.WriteLine","id":"first","version":1}""";
        await PublishAsync("by-word", first, Endpoint("by-word", "find/{word}", start: false), Reply("text/plain", "'word'"));
        await PublishAsync("by-number", first, Endpoint("by-number", "find/{number:int}", start: false), Reply("text/plain", "'number'"));
        await PublishAsync("by-name", first, Endpoint("by-name", "find/me", start: false), Reply("text/plain", "'me'"));
        using var designer = host.WithKey();
        foreach (var id in new[] { "by-word", "by-number", "by-name" })
        {
            using var started = await designer.PostAsync($"{ElsaApi.Root}/workflow-definitions/{id}/execute", new StringContent("{}"));
            Assert.Equal(HttpStatusCode.OK, started.StatusCode);
        }

        using var anyone = host.Anyone();

        Assert.Equal("me", await anyone.GetStringAsync("/workflows/Find/ME/"));
        Assert.Equal("number", await anyone.GetStringAsync("/workflows/find/42"));
        Assert.Equal("word", await anyone.GetStringAsync("/workflows/find/me"));
    }

    private static string Endpoint(string id, string path, string? more = null, string method = "GET", bool start = true) => $$$"""
        {"type":"Elsa.HttpEndpoint","id":"{{{id}}}-in","version":1,"customProperties":{"canStartWorkflow":{{{(start ? "true" : "false")}}} },
         "path":{"typeName":"String","expression":{"type":"Literal","value":"{{{path}}}"} },
         "supportedMethods":{"typeName":"String[]","expression":{"type":"Object","value":"[\"{{{method}}}\"]"} }{{{(more is null ? "" : "," + more)}}} }
        """;

    private static string Reply(string contentType, string script) => $$$"""
        {"type":"Elsa.WriteHttpResponse","id":"out","version":1,"content":{"typeName":"Object","expression":{"type":"JavaScript","value":{{{JsonValue.Create(script).ToJsonString()}}} } },
         "contentType":{"typeName":"String","expression":{"type":"Literal","value":"{{{contentType}}}"} } }
        """;

    private async Task PublishAsync(string id, params string[] activities)
    {
        using var designer = host.WithKey();
        var saved = await SaveAsync(designer, JsonNode.Parse(
            $$$"""{"model":{"definitionId":"{{{id}}}","name":"{{{id}}}","variables":[{"id":"v","name":"V","typeName":"Object"}],"root":{"type":"Elsa.Sequence","id":"s","version":1,"activities":[{{{string.Join(',', activities)}}}]}},"publish":true}""")!);
        Assert.True(saved.Status == HttpStatusCode.OK, saved.Body.ToJsonString());
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> SaveAsync(HttpClient client, JsonNode body)
    {
        using var response = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions", new StringContent(body.ToJsonString()));
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
