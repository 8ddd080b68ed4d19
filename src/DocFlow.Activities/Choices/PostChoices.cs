using System.Reflection;
using Elsa.Workflows.UIHints.Dropdown;

namespace DocFlow.Activities.Choices;

/// <summary>Who may decide a human step: the drafter, the co-signing units, a post of the drafter's own section, or any post.</summary>
public sealed class PostChoices(IOfficeChoices office) : DropDownOptionsProviderBase
{
    // The words that Office resolves for each document.
    private static readonly string[] Roles = ["拟稿人", "拟稿人的上级", "上一办理人", "会签单位"];

    private const string OwnSection = "本科室";

    protected override async ValueTask<ICollection<SelectListItem>> GetItemsAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken)
    {
        var own = (await office.SectionPostsAsync(cancellationToken)).Select(post => $"{OwnSection}/{post}");
        var posts = await office.PostsAsync(cancellationToken);
        return [new SelectListItem("（按步骤的规定）", ""), .. Roles.Concat(own).Concat(posts).Select(choice => new SelectListItem(choice, choice))];
    }
}
