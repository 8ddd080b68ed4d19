using DocFlow.Office;
using Microsoft.AspNetCore.Diagnostics;

namespace DocFlow.Host.Features;

/// <summary>Turns a refusal into its status with one clear line; anything else stays an error without details.</summary>
internal sealed class RefusalHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not RefusalException refusal)
            return false;
        context.Response.StatusCode = refusal.Refusal switch
        {
            Refusal.NotFound => StatusCodes.Status404NotFound,
            Refusal.Forbidden => StatusCodes.Status403Forbidden,
            Refusal.Conflict => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status400BadRequest,
        };
        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = { Title = refusal.Message, Status = context.Response.StatusCode },
        });
    }
}
