using System.Reflection;
using DocFlow.Elsa.Runtime.Descriptors;
using Elsa.Workflows.UIHints.Dropdown;

namespace DocFlow.Elsa.Runtime.Http;

/// <summary>The content types that designers choose from.</summary>
internal sealed class ContentTypeChoices : DropDownOptionsProviderBase
{
    private static readonly string[] Types =
    [
        "application/json", "application/soap+xml", "application/x-www-form-urlencoded", "application/xml", "text/html", "text/json", "text/plain", "text/richtext", "text/xml",
    ];

    protected override ValueTask<ICollection<SelectListItem>> GetItemsAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ICollection<SelectListItem>>([new SelectListItem(DescriptorTexts.Of("Options.ContentType."), ""), .. Types.Select(type => new SelectListItem(type, type))]);
}
