using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Safety;

/// <summary>Refuses changes that a page of another site makes a browser send, beside the cookie's SameSite=Strict.</summary>
internal static class CrossSiteGuard
{
    private const string Header = "Sec-Fetch-Site";

    public static void UseCrossSiteGuard(this IApplicationBuilder app) => app.Use((context, next) =>
        IsSafe(context.Request) ? next(context) : Refusal.ExecuteAsync(context));

    private static ProblemHttpResult Refusal => TypedResults.Problem(title: "这个请求来自别的网站，已拒绝。", statusCode: StatusCodes.Status403Forbidden);

    private static bool IsSafe(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)
        || request.Headers[Header].ToString() is "" or "same-origin" or "none";
}
