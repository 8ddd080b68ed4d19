namespace DocFlow.Activities.Choices;

/// <summary>What designers choose from: the office as it is now.</summary>
public interface IOfficeChoices
{
    /// <summary>Posts as “unit/post”, in the organisation's order.</summary>
    Task<IReadOnlyList<string>> PostsAsync(CancellationToken cancellationToken);

    /// <summary>Names of posts that heads of sections hold, for “the drafter's own section”.</summary>
    Task<IReadOnlyList<string>> SectionPostsAsync(CancellationToken cancellationToken);
}
