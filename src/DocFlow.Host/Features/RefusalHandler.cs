using System.Text.Json;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Host.Composition;
using DocFlow.Office;
using Microsoft.AspNetCore.Diagnostics;

namespace DocFlow.Host.Features;

/// <summary>Turns a refusal into its status with one clear line; anything else stays an error without details.</summary>
internal sealed class RefusalHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (Answer(exception) is not var (status, title))
            return false;
        context.Response.StatusCode = status;
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = { Title = title, Status = status },
        });
    }

    private static (int Status, string Title)? Answer(Exception exception) => exception switch
    {
        RefusalException refusal => (StatusOf(refusal.Refusal), refusal.Message),
        FontsMissingException fonts => (StatusCodes.Status503ServiceUnavailable, $"字体尚未就绪，稍后再试。{fonts.Message}"),
        BusyException busy => (StatusCodes.Status503ServiceUnavailable, busy.Message),
        BadHttpRequestException { InnerException: JsonException json } => (StatusCodes.Status400BadRequest, Where(json)),
        BadHttpRequestException bad => (bad.StatusCode, ProblemTitles.Of(bad.StatusCode)),
        _ => null,
    };

    private static int StatusOf(Refusal refusal) => refusal switch
    {
        Refusal.NotFound => StatusCodes.Status404NotFound,
        Refusal.Forbidden => StatusCodes.Status403Forbidden,
        Refusal.Conflict => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    };

    private static string Where(JsonException json)
    {
        var line = json.LineNumber is { } number ? $"第{number + 1}行" : "";
        var field = json.Path is { Length: > 1 } path ? $"“{path.TrimStart('$', '.')}”处" : "";
        return $"请求不是有效的 JSON，或缺少必要的内容：{line}{field}无法读取。";
    }
}
