namespace DocFlow.Office.People;

/// <summary>Which leader's post is in charge of which unit (分管).</summary>
public interface ILeadership
{
    /// <summary>The office's own units, in their order, with the post in charge of each.</summary>
    Task<IReadOnlyList<LeadershipRow>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>The posts that can be in charge: those of the leadership.</summary>
    Task<IReadOnlyList<LeaderPost>> PostsAsync(CancellationToken cancellationToken = default);

    /// <summary>Puts a leader's post in charge of a unit, or nobody.</summary>
    /// <param name="actorName">Who did it, as the log names an account.</param>
    Task SetAsync(string actorName, string unitId, string? postId, CancellationToken cancellationToken = default);
}
