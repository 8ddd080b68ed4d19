using System.Reflection;
using Elsa.Workflows.UIHints.Dropdown;

namespace DocFlow.Activities.Choices;

/// <summary>
/// Who may decide a human step, without expressions: by their part in the document, whom an element of it or a field of the form names, a section, a post of the drafter's own section, any
/// post, or one person.
/// </summary>
public sealed class PostChoices(IOfficeChoices office) : DropDownOptionsProviderBase
{
    // The words that Office resolves for each document.
    private static readonly string[] Roles = ["拟稿人", "拟稿人的上级", "分管领导", "上一办理人", "会签单位"];

    private static readonly string[] Elements = ["签发人", "主送", "抄送", "发文机关", "印发机关", "出席", "列席"];

    private const string OwnSection = "本科室";

    protected override async ValueTask<ICollection<SelectListItem>> GetItemsAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken)
    {
        var own = (await office.SectionPostsAsync(cancellationToken)).Select(post => $"{OwnSection}/{post}");
        var sections = (await office.SectionsAsync(cancellationToken)).Select(section => new SelectListItem($"科室：{section}", $"科室:{section}"));
        var people = (await office.PeopleAsync(cancellationToken)).Select(person => new SelectListItem($"人员：{person.Name}", $"person:{person.Login}"));
        var plain = Roles.Append(OwnSection).Concat(own).Concat(await office.PostsAsync(cancellationToken)).Select(choice => new SelectListItem(choice, choice));
        var elements = Elements.Select(element => new SelectListItem($"公文“{element}”中的人员或单位", $"字段:{element}"));
        // The designer's page doesn't say which procedure it edits: all are offered, named, and a key that the procedure hasn't is refused when it is published.
        var fields = (await office.FieldsAsync(cancellationToken)).Select(field => new SelectListItem($"登记“{field.Label}”中的人员或单位（{field.Procedures}）", $"field:{field.Key}"));
        return [new SelectListItem("（按步骤的规定）", ""), .. plain, .. sections, .. elements, .. fields, .. people];
    }
}
