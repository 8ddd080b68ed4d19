namespace DocFlow.Office.Lists;

/// <summary>The office's lists, as pages and the API use them.</summary>
public interface IOfficeLists
{
    Task<IReadOnlyList<ListView>> ListAsync(string personId, CancellationToken cancellationToken = default);

    /// <summary>Takes the list's place from now on; what it said before stays in the event log.</summary>
    Task ChangeAsync(string actorId, string name, IReadOnlyList<string> items, CancellationToken cancellationToken = default);
}
