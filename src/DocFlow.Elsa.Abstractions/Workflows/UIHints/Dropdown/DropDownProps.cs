namespace Elsa.Workflows.UIHints.Dropdown;

/// <summary>What the drop-down editor is given.</summary>
public class DropDownProps
{
    public SelectList? SelectList { get; set; }

    public string? ProviderName { get; set; }
}
