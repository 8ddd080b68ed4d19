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
            return Answer(StatusCodes.Status400BadRequest, refused.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries));
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

    private static IResult Answer(int status, IReadOnlyList<string> reasons, string group = "generalErrors") => Results.Json(
        new RefusalBody(status, "请求没有完成。", new Dictionary<string, IReadOnlyList<string>> { [group] = reasons }),
        ElsaJson.Options, "application/problem+json", status);
}
