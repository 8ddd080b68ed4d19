using System.Text;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Http;
using DocFlow.Elsa.Runtime.Tests.Running;
using Elsa.Workflows;
using Microsoft.Extensions.DependencyInjection;
using static DocFlow.Elsa.Runtime.Tests.Running.Build;

namespace DocFlow.Elsa.Runtime.Tests.Http;

/// <summary>SendHttpRequest and FlowSendHttpRequest over other systems that answer as they are told.</summary>
public sealed class HttpRequestTests
{
    [Theory]
    [InlineData(200, "ok")]
    [InlineData(404, "missing")]
    [InlineData(500, "other")]
    [InlineData(-1, "broken")]
    [InlineData(-2, "late")]
    public async Task The_status_code_chooses_what_runs(int status, string lines)
    {
        var bench = Over(
            new FixedAnswers(Result(status)),
            Sequence(
                "all",
                Activity(
                    "SendHttpRequest",
                    "send",
                    ("url", Literal("https://api.example.cn/x")),
                    ("expectedStatusCodes", new JsonArray(Case(200, "ok"), Case(404, "missing"))),
                    ("unmatchedStatusCode", Line("other")),
                    ("failedToConnect", Line("broken")),
                    ("timeout", Line("late")))));

        await bench.StartAsync();

        Assert.Equal((WorkflowSubStatus.Finished, lines), (bench.SubStatus, bench.Lines));
    }

    [Theory]
    [InlineData(200, "code done")]
    [InlineData(500, "other done")]
    [InlineData(-1, "broken")]
    [InlineData(-2, "late")]
    public async Task The_status_code_chooses_the_port(int status, string lines)
    {
        var bench = Over(
            new FixedAnswers(Result(status)),
            Flowchart(
                "flow",
                [Send("FlowSendHttpRequest", ("expectedStatusCodes", Input("Object", "[200]"))), Line("code"), Line("other"), Line("broken"), Line("late"), Line("done")],
                "send:200->code", "send:Unmatched status code->other", "send:Failed to connect->broken", "send:Timeout->late", "send:Done->done"));

        await bench.StartAsync();

        Assert.Equal(lines, bench.Lines);
    }

    [Fact]
    public async Task The_request_is_sent_as_the_inputs_say_and_the_answer_is_output()
    {
        var answers = new FixedAnswers(new OutboundResult.Answered(200, "application/json", Encoding.UTF8.GetBytes("""{"id":7}"""), new Dictionary<string, string[]> { ["X-A"] = ["b"] }));
        var bench = Over(
            answers,
            Sequence(
                "all",
                Send(
                    "FlowSendHttpRequest",
                    ("method", Literal("POST")),
                    ("content", Script("({ title: '通知' })")),
                    ("authorization", Literal("Bearer secret-value")),
                    ("requestHeaders", Input("Object", """{"X-From":"oa"}""")),
                    ("statusCode", Output("status")),
                    ("parsedContent", Output("body")),
                    ("responseHeaders", Output("headers"))),
                Line("line", "`${getStatus()} ${getBody().id} ${getHeaders()['X-A']}`")),
            Variable("status", "Int32"), Variable("body"), Variable("headers"));

        await bench.StartAsync();

        var request = Assert.Single(answers.Requests);
        Assert.Equal(
            ("https://api.example.cn/x", "POST", """{"title":"通知"}""", "application/json; charset=utf-8", "Bearer secret-value", "oa"),
            (request.Url.ToString(), request.Method, Encoding.UTF8.GetString(request.Body.Span), request.ContentType, request.Authorization, request.Headers["X-From"][0]));
        Assert.Equal("200 7 b", bench.Lines);
    }

    [Fact]
    public async Task The_authorization_is_kept_out_of_state_and_journal()
    {
        var bench = Over(new FixedAnswers(Result(200)), Sequence("all", Send("FlowSendHttpRequest", ("authorization", Literal("Bearer secret-value"))), Task("wait")));

        await bench.StartAsync();

        Assert.DoesNotContain("secret-value", bench.StateJson, StringComparison.Ordinal);
        Assert.All(bench.Executions.Values, execution => Assert.DoesNotContain("Authorization", execution.State.Keys));
        Assert.Contains("Url", bench.Executions.Values.Single(execution => execution.ActivityId == "send").State.Keys);
    }

    [Theory]
    [InlineData("GET", true, 3)]
    [InlineData("GET", false, 1)]
    [InlineData("POST", true, 1)]
    public async Task Only_what_may_be_repeated_is_tried_again_and_only_when_asked(string method, bool resilient, int sent)
    {
        var answers = new FixedAnswers(Result(503), Result(-1), Result(200));

        await Over(answers, Sequence("all", Send("FlowSendHttpRequest", ("method", Literal(method)), ("enableResiliency", Literal(resilient))))).StartAsync();

        Assert.Equal(sent, answers.Requests.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not an address")]
    public async Task Without_an_address_it_faults(string? url)
    {
        var bench = Over(new FixedAnswers(Result(200)), Sequence("all", Activity("FlowSendHttpRequest", "send", ("url", url is null ? null : Literal(url)))));

        await bench.StartAsync();

        Assert.Contains("没有填写请求的地址", bench.State.Incidents[0].Message, StringComparison.Ordinal);
    }

    private static Bench Over(IOutboundHttp outbound, JsonObject root, params JsonObject[] variables) =>
        new(Definition(root, variables)) { Services = new ServiceCollection().AddSingleton(outbound).BuildServiceProvider() };

    private static JsonObject Send(string type, params (string, JsonNode?)[] properties) => Activity(type, "send", [("url", Literal("https://api.example.cn/x")), .. properties]);

    private static JsonObject Case(int status, string line) => new() { ["statusCode"] = status, ["activity"] = Line(line) };

    private static OutboundResult Result(int status) => status switch
    {
        -1 => new OutboundResult.NotConnected("refused"),
        -2 => new OutboundResult.TimedOut(),
        _ => new OutboundResult.Answered(status, null, default, new Dictionary<string, string[]>()),
    };
}
