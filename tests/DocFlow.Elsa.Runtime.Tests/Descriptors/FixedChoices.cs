using DocFlow.Activities.Choices;

namespace DocFlow.Elsa.Runtime.Tests.Descriptors;

/// <summary>An office with two posts.</summary>
internal sealed class FixedChoices : IOfficeChoices
{
    public Task<IReadOnlyList<string>> PostsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(["办公室领导/主任", "秘书一科/科长"]);

    public Task<IReadOnlyList<string>> SectionPostsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(["科长"]);

    public Task<IReadOnlyList<string>> SectionsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(["秘书一科"]);

    public Task<IReadOnlyList<(string Login, string Name)>> PeopleAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<(string Login, string Name)>>([("hemin", "何敏")]);

    public Task<IReadOnlyList<(string Key, string Label, string Procedures)>> FieldsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<(string, string, string)>>([("units", "责任单位", "督查督办"), ("tasks.units", "任务／责任单位", "督查督办")]);
}
