using System.Net;
using DocFlow.Elsa.Runtime.Http;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Answers the request that this burst serves; without one it faults.</summary>
[Activity("Elsa", Category = "HTTP")]
internal sealed class WriteHttpResponse : CodeActivity
{
    [Input(UIHint = InputUIHints.DropDown, DefaultValue = nameof(HttpStatusCode.OK))]
    public Input<HttpStatusCode>? StatusCode { get; set; } = new(HttpStatusCode.OK);

    [Input]
    public Input<object>? Content { get; set; }

    [Input(UIHint = InputUIHints.DropDown, UIHandler = typeof(ContentTypeChoices))]
    public Input<string>? ContentType { get; set; }

    [Input(UIHint = InputUIHints.JsonEditor, Category = "Advanced")]
    public Input<HttpHeaders>? ResponseHeaders { get; set; }

    protected override void Execute(ActivityExecutionContext context)
    {
        var exchange = context.GetService<IHttpExchange>() ?? throw new InvalidOperationException("没有等待回复的网络请求，不能写回复。");
        var (body, contentType) = HttpContents.Write(context.Get(Content), context.Get(ContentType));
        var headers = context.Get(ResponseHeaders) ?? [];
        if (headers.FirstOrDefault(header => !HttpHeaderRules.IsSafe(header.Key, header.Value)) is { Key: { } name })
            throw new InvalidOperationException($"回复头“{name}”不能使用。");
        exchange.Reply = new HttpReply(StatusOf(context), contentType, body) { Headers = headers };
    }

    private int StatusOf(ActivityExecutionContext context) => context.Get(StatusCode) is var status && (int)status is >= 200 and <= 599 ? (int)status : (int)HttpStatusCode.OK;
}
