namespace DocFlow.Activities.Choices;

/// <summary>What designers choose from: the office as it is now.</summary>
public interface IOfficeChoices
{
    /// <summary>Posts as “unit/post”, in the organisation's order.</summary>
    Task<IReadOnlyList<string>> PostsAsync(CancellationToken cancellationToken);

    /// <summary>Names of posts that heads of sections hold, for “the drafter's own section”.</summary>
    Task<IReadOnlyList<string>> SectionPostsAsync(CancellationToken cancellationToken);

    /// <summary>Names of the office's sections.</summary>
    Task<IReadOnlyList<string>> SectionsAsync(CancellationToken cancellationToken);

    /// <summary>Sign-in name and name of everybody who holds a post.</summary>
    Task<IReadOnlyList<(string Login, string Name)>> PeopleAsync(CancellationToken cancellationToken);

    /// <summary>Fields of persons and units that the published procedures' forms have: how steps name them (units, tasks.units), how they are shown, and in which procedures.</summary>
    Task<IReadOnlyList<(string Key, string Label, string Procedures)>> FieldsAsync(CancellationToken cancellationToken);
}
