using System.Text.Json;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Api.Refusals;

/// <summary>Answers refusals in the shape that Elsa's clients read. They repeat what fails with 5xx, so none of these does.</summary>
internal sealed class RefusalFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (ElsaRefusedException refused)
        {
            return Answer(refused.Status, refused.Reasons, refused.Group);
        }
        catch (DefinitionRefusedException refused)
        {
            return refused.Findings.Count > 0
                ? Answer(StatusCodes.Status400BadRequest, [.. refused.Obstacles.Select(Line)], findings: refused.Findings)
                : Answer(StatusCodes.Status400BadRequest, refused.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
        catch (ReadonlyDefinitionException refused)
        {
            return Answer(StatusCodes.Status403Forbidden, [refused.Message]);
        }
        catch (BadHttpRequestException bad) when (bad.InnerException is not JsonException)
        {
            return Answer(bad.StatusCode, ["请求的内容不合要求。"]);
        }
    }

    // Where an activity is named, its place in the text says nothing more to whoever draws.
    private static string Line(DefinitionFinding finding) => finding.ActivityId is null ? finding.ToString() : finding.Message;

    private static IResult Answer(int status, IReadOnlyList<string> reasons, string group = "generalErrors", IReadOnlyList<DefinitionFinding>? findings = null) => Results.Json(
        new RefusalBody(status, "请求没有完成。", new Dictionary<string, IReadOnlyList<string>> { [group] = reasons }, findings),
        ElsaJson.Options, "application/problem+json", status);
}
