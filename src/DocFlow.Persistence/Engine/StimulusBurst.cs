using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Goes on with a kept stimulus, and marks it as taken in the same transaction.</summary>
internal sealed class StimulusBurst(DocFlowDbContext database, WorkflowBursts bursts)
{
    /// <returns>Whether the instance went on.</returns>
    public async Task<bool> RunAsync(string stimulusId, string instanceId, string bookmarkId, CancellationToken cancellationToken)
    {
        if (await database.Set<StimulusRow>().SingleOrDefaultAsync(row => row.Id == stimulusId && row.TakenBy == null, cancellationToken) is not { } row)
            return false;
        row.TakenBy = instanceId;
        return await bursts.ResumeBookmarkAsync(instanceId, bookmarkId, WorkflowOutbox.Values(EngineJson.ReadMessage<Dictionary<string, JsonNode?>>(row.InputJson)), cancellationToken);
    }
}
