namespace Elsa.Workflows.UIHints.Dropdown;

/// <summary>One choice of a drop-down.</summary>
public record SelectListItem(string Text, string Value);
