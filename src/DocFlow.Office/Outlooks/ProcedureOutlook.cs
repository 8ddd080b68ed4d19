using DocFlow.Office.Desks;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Outlooks;

/// <summary>In a scope of its own: what is changed there to see what follows is never saved.</summary>
internal sealed class ProcedureOutlook(IServiceScopeFactory scopes) : IProcedureOutlook
{
    public async Task<Outlook> OfAnswerAsync(string actorId, string seatId, SeatAnswer answer, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OutlookReader>().OfAnswerAsync(actorId, seatId, answer, cancellationToken);
    }

    public async Task<Outlook> OfStartAsync(string actorId, string documentId, string definitionId, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OutlookReader>().OfStartAsync(actorId, documentId, definitionId, cancellationToken);
    }
}
