using System.Text;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Http;
using DocFlow.Elsa.Runtime.Tests.Running;
using DocFlow.Elsa.Runtime.Triggers;
using Elsa.Workflows;
using Microsoft.Extensions.Time.Testing;
using static DocFlow.Elsa.Runtime.Tests.Running.Build;

namespace DocFlow.Elsa.Runtime.Tests.Http;

/// <summary>HttpEndpoint and WriteHttpResponse, without a server.</summary>
public sealed class HttpEndpointTests
{
    private const string Trigger = "Workflow1:flow:http";

    // Recorded: GET /workflows/hello?name=Bob answers text/plain “Hello Bob”.
    [Fact]
    public async Task The_recorded_greeting_is_answered()
    {
        var exchange = new Exchange(new HttpRequestData { Method = "GET", Path = "/hello", Query = new Dictionary<string, IReadOnlyList<string>> { ["name"] = ["Bob"] } });
        var bench = Greeting();
        bench.Services = exchange.Services;

        await bench.StartAsync(trigger: Trigger);

        Assert.Equal(WorkflowSubStatus.Finished, bench.SubStatus);
        Assert.Equal((200, "text/plain; charset=utf-8", "Hello Bob"), (exchange.Reply!.StatusCode, exchange.Reply.ContentType, exchange.Text));
    }

    [Fact]
    public async Task A_request_starts_the_workflow_and_its_parts_are_outputs()
    {
        var exchange = new Exchange(new HttpRequestData
        {
            Method = "POST",
            Path = "/orders/17",
            ContentType = "application/json; charset=utf-8",
            Body = Encoding.UTF8.GetBytes("""{"title":"关于会议的通知"}"""),
            RouteValues = new Dictionary<string, object> { ["id"] = "17" },
            Headers = new Dictionary<string, IReadOnlyList<string>> { ["X-From"] = ["oa"] },
            Files = [new HttpUploadedFile("f", "a.pdf", "application/pdf", new byte[] { 1, 2 })],
        });
        var bench = new Bench(Definition(
            Flowchart(
                "flow",
                [Endpoint("orders/{id}", [("parsedContent", Output("body")), ("routeData", Output("route")), ("headers", Output("headers")), ("file", Output("file"))]), Line("line", "`${getBody().title} ${getRoute().id} ${getHeaders()['X-From']} ${getFile().FileName}`")],
                "http->line"),
            Variable("body"), Variable("route"), Variable("headers"), Variable("file")))
        {
            Services = exchange.Services,
        };

        await bench.StartAsync(trigger: Trigger);

        Assert.Equal("关于会议的通知 17 oa a.pdf", bench.Lines);
    }

    [Fact]
    public async Task Within_a_workflow_it_waits_for_each_of_its_methods()
    {
        var bench = await Bench.Of(Sequence("all", Endpoint("hello"), Line("after"))).StartAsync();

        Assert.Equal([HttpRouteMatcher.HashOf("/hello", "get"), HttpRouteMatcher.HashOf("/hello", "post")], bench.State.Bookmarks.Select(bookmark => bookmark.Hash));

        bench.Services = new Exchange(new HttpRequestData { Method = "POST", Path = "/hello" }).Services;
        await bench.ResumeAsync(bench.State.Bookmarks[1]);
        Assert.Equal((WorkflowSubStatus.Finished, "after", 0), (bench.SubStatus, bench.Lines, bench.State.Bookmarks.Count));
    }

    [Fact]
    public async Task What_is_no_request_does_not_let_it_go_on()
    {
        var bench = await Bench.Of(Sequence("all", Endpoint("hello"), Line("after"))).StartAsync();

        await bench.ResumeAsync(bench.State.Bookmarks[0]);

        Assert.Equal((WorkflowSubStatus.Suspended, ""), (bench.SubStatus, bench.Lines));
        Assert.Contains(HttpRouteMatcher.HashOf("/hello", "get"), bench.State.Bookmarks.Select(bookmark => bookmark.Hash));
    }

    [Fact]
    public async Task Each_method_is_a_trigger_of_its_own()
    {
        var triggers = await IndexAsync(Endpoint("/Orders/{id}", [("authorize", Literal(true)), ("policy", Literal("clerks"))]));

        Assert.Equal([HttpRouteMatcher.HashOf("/orders/{id}", "get"), HttpRouteMatcher.HashOf("/orders/{id}", "post")], triggers.Select(trigger => trigger.Hash));
        Assert.Equal("""{"Path":"/orders/{id}","Method":"get","Authorize":true,"Policy":"clerks","RequestTimeout":null,"RequestSizeLimit":null}""", triggers[0].Payload!.ToJsonString());
    }

    [Fact]
    public async Task A_path_that_can_not_be_read_is_refused_with_its_place() =>
        Assert.Contains("$.root.activities[0]：路径“a/{b”", (await Assert.ThrowsAsync<DefinitionRefusedException>(() => IndexAsync(Endpoint("a/{b")))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("fileSizeLimit", "1", null, 413, "过大")]
    [InlineData("allowedFileExtensions", "[\"docx\"]", null, 415, "扩展名")]
    [InlineData("blockedFileExtensions", "[\".PDF\"]", null, 415, "扩展名")]
    [InlineData("allowedMimeTypes", "[\"image/png\"]", null, 415, "内容类型")]
    [InlineData("fileSizeLimit", "1", "exposeFileTooLargeOutcome:File too large", 0, "")]
    [InlineData("allowedFileExtensions", "[\"docx\"]", "exposeInvalidFileExtensionOutcome:Invalid file extension", 0, "")]
    [InlineData("allowedMimeTypes", "[\"image/png\"]", "exposeInvalidFileMimeTypeOutcome:Invalid file MIME type", 0, "")]
    public async Task An_upload_that_is_not_allowed_is_answered_or_has_its_port(string limit, string value, string? port, int status, string message)
    {
        var exchange = new Exchange(new HttpRequestData { Method = "POST", Path = "/hello", Files = [new HttpUploadedFile("f", "a.pdf", "application/pdf", new byte[] { 1, 2 })] });
        (string, JsonNode?)[] inputs = port is null ? [(limit, Input("Object", value))] : [(limit, Input("Object", value)), (port.Split(':')[0], true)];
        var bench = new Bench(Definition(Flowchart("flow", [Endpoint("hello", inputs), Line("accepted"), Line("refused")], "http->accepted", $"http:{port?.Split(':')[1] ?? "none"}->refused"))) { Services = exchange.Services };

        await bench.StartAsync(trigger: Trigger);

        Assert.Equal((WorkflowSubStatus.Finished, port is null ? "" : "refused", status), (bench.SubStatus, bench.Lines, exchange.Reply?.StatusCode ?? 0));
        Assert.Contains(message, exchange.Reply is null ? "" : exchange.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_upload_leaves_the_workflow_waiting()
    {
        var bench = await Bench.Of(Sequence("all", Endpoint("hello"), Line("after"))).StartAsync();
        bench.Services = new Exchange(new HttpRequestData { Method = "POST", Path = "/hello", IsTooLarge = true }).Services;

        await bench.ResumeAsync(bench.State.Bookmarks[1]);

        Assert.Equal((WorkflowSubStatus.Suspended, ""), (bench.SubStatus, bench.Lines));
        Assert.Contains(HttpRouteMatcher.HashOf("/hello", "post"), bench.State.Bookmarks.Select(bookmark => bookmark.Hash));
    }

    [Theory]
    [InlineData("({ done: true, 名称: '通知' })", null, "application/json; charset=utf-8", """{"done":true,"名称":"通知"}""")]
    [InlineData("'<p>'", "text/html", "text/html; charset=utf-8", "<p>")]
    [InlineData("[1,2]", "", "application/json; charset=utf-8", "[1,2]")]
    public async Task A_value_is_answered_as_what_it_is(string script, string? type, string expected, string body)
    {
        var exchange = await AnswerAsync(("content", Script(script)), ("contentType", type is null ? null : Literal(type)), ("statusCode", Literal("Created")), ("responseHeaders", Input("Object", """{"X-One":"1","X-Two":["a","b"]}""")));

        Assert.Equal((201, expected, body, "1", "a|b"), (exchange.Reply!.StatusCode, exchange.Reply.ContentType, exchange.Text, exchange.Reply.Headers["X-One"][0], string.Join('|', exchange.Reply.Headers["X-Two"])));
    }

    [Theory]
    [InlineData("Set-Cookie", "a=b")]
    [InlineData("Content-Length", "1")]
    [InlineData("X-Split", "a\\r\\nSet-Cookie: b")]
    public async Task A_header_that_workflows_may_not_write_faults(string name, string value) =>
        Assert.Null((await AnswerAsync(("responseHeaders", Input("Object", $$"""{"{{name}}":"{{value}}"}""")))).Reply);

    [Fact]
    public async Task An_answer_without_a_request_faults()
    {
        var bench = await Bench.Of(Sequence("all", Activity("WriteHttpResponse", "answer"))).StartAsync();

        Assert.Equal(WorkflowSubStatus.Faulted, bench.SubStatus);
        Assert.Contains("没有等待回复的网络请求", bench.State.Incidents[0].Message, StringComparison.Ordinal);
    }

    private static Bench Greeting() => new(Definition(
        Flowchart(
            "flow",
            [Endpoint("hello", [("queryStringData", Output("q"))]), Activity("WriteHttpResponse", "answer", ("content", Script("`Hello ${getQ().name}`")), ("contentType", Literal("text/plain")))],
            "http->answer"),
        Variable("q", "ObjectDictionary")));

    private static async Task<Exchange> AnswerAsync(params (string, JsonNode?)[] inputs)
    {
        var exchange = new Exchange(new HttpRequestData { Method = "GET", Path = "/hello" });
        await new Bench(Definition(Sequence("all", Activity("WriteHttpResponse", "answer", inputs)))) { Services = exchange.Services }.StartAsync();
        return exchange;
    }

    private static JsonObject Endpoint(string path, params (string Name, JsonNode? Value)[] properties)
    {
        var activity = Activity("HttpEndpoint", "http", [("path", Literal(path)), ("supportedMethods", Input("Object", "[\"GET\",\"POST\"]")), .. properties]);
        activity["customProperties"] = new JsonObject { ["canStartWorkflow"] = true };
        return activity;
    }

    private static async Task<IReadOnlyList<StoredTrigger>> IndexAsync(JsonObject activity) =>
        await new TriggerIndexer(new FakeTimeProvider()).IndexAsync(new DefinitionReader(new ActivityRegistry()).Read(Definition(Sequence("all", activity)).ToJsonString()), CancellationToken.None);
}
