namespace Elsa.Workflows.UIHints.Dropdown;

/// <summary>The choices of a drop-down, in order.</summary>
public record SelectList(ICollection<SelectListItem> Items);
