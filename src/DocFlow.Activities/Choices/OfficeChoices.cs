using DocFlow.Office;
using DocFlow.Office.People;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Activities.Choices;

/// <summary>Choices from the office's tables.</summary>
internal sealed class OfficeChoices(IOfficeData data) : IOfficeChoices
{
    public async Task<IReadOnlyList<string>> PostsAsync(CancellationToken cancellationToken) =>
        await data.Posts.OrderBy(post => post.Unit!.Order).ThenBy(post => post.Order).ThenBy(post => post.Id)
            .Select(post => post.Unit!.Name + "/" + post.Name).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<string>> SectionPostsAsync(CancellationToken cancellationToken)
    {
        var names = await data.Posts.Where(post => post.Unit!.Kind == UnitKind.Section).OrderBy(post => post.Unit!.Order).ThenBy(post => post.Order)
            .Select(post => post.Name).ToListAsync(cancellationToken);
        return [.. names.Distinct()];
    }
}
