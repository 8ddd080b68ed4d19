using System.Reflection;

namespace Elsa.Workflows.UIHints.Dropdown;

/// <summary>Gives a drop-down its choices; created by dependency injection for each request.</summary>
public abstract class DropDownOptionsProviderBase : IPropertyUIHandler
{
    public virtual float Priority => 0;

    /// <summary>Whether the designer asks again when another input changed.</summary>
    protected virtual bool RefreshOnChange => false;

    public async ValueTask<IDictionary<string, object>> GetUIPropertiesAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken = default)
    {
        var items = await GetItemsAsync(propertyInfo, context, cancellationToken);
        var properties = new Dictionary<string, object>(GetUIPropertyAdditionalOptions())
        {
            [InputUIHints.DropDown] = new DropDownProps { SelectList = new SelectList(items) },
        };
        if (RefreshOnChange)
            properties["Refresh"] = true;
        return properties;
    }

    protected abstract ValueTask<ICollection<SelectListItem>> GetItemsAsync(PropertyInfo propertyInfo, object? context, CancellationToken cancellationToken);

    protected virtual IDictionary<string, object> GetUIPropertyAdditionalOptions() => new Dictionary<string, object>();
}
