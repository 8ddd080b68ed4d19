using System.Diagnostics.CodeAnalysis;

namespace DocFlow.Host.Features;

/// <summary>The line that a refusal without a reason of its own is told with.</summary>
internal static class ProblemTitles
{
    private const string Trouble = "系统出了问题，这次操作没有完成，也没有保存一半。请稍后再试；仍不行时请把时间和操作告诉管理员。";

    private static readonly Dictionary<int, string> ByStatus = new()
    {
        [StatusCodes.Status400BadRequest] = "请求的内容不合要求。",
        [StatusCodes.Status401Unauthorized] = "请先登录。",
        [StatusCodes.Status403Forbidden] = "您没有做这件事的权限。",
        [StatusCodes.Status404NotFound] = "没有这个地址，或没有这项内容。",
        [StatusCodes.Status405MethodNotAllowed] = "这个地址不支持这种请求方式。",
        [StatusCodes.Status413PayloadTooLarge] = "内容太大，没有接收。请精简或拆分后再试。",
        [StatusCodes.Status415UnsupportedMediaType] = "内容类型不受支持，请用 application/json（上传附件用 multipart/form-data）。",
    };

    public static string Of(int? status) => ByStatus.GetValueOrDefault(status ?? 0, Trouble);

    /// <summary>Replaces the framework's English titles; a Chinese reason stays.</summary>
    [SuppressMessage("Globalization", "CA1303", Justification = "The interface is Chinese.")]
    public static void Translate(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Title is null || problem.Title.All(char.IsAscii))
            problem.Title = Of(problem.Status);
        problem.Type = null;
    }
}
