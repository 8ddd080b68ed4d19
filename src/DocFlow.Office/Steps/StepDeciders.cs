using DocFlow.Office.People;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Steps;

/// <summary>Who decided the human step that an act of the procedure follows.</summary>
internal sealed class StepDeciders(IOfficeData data, OfficeDirectory directory)
{
    /// <summary>The person of the latest closed step of a kind; null when the step was passed by rule.</summary>
    public async Task<Person?> LatestAsync(string documentId, StepKind kind, CancellationToken cancellationToken)
    {
        var decider = await data.Seats
            .Where(seat => seat.WorkItem!.DocumentId == documentId && seat.WorkItem.StepKind == kind && seat.WorkItem.ClosedAt != null && seat.DecidedById != null)
            .OrderByDescending(seat => seat.DecidedAt)
            .Select(seat => seat.DecidedById)
            .FirstOrDefaultAsync(cancellationToken);
        return decider is null ? null : await directory.PersonAsync(decider, cancellationToken);
    }
}
