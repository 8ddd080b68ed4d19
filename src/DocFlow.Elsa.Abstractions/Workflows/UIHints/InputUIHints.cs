namespace Elsa.Workflows.UIHints;

/// <summary>Names of the editors that the designer shows for inputs.</summary>
public static class InputUIHints
{
    public const string SingleLine = "singleline";
    public const string MultiLine = "multiline";
    public const string Checkbox = "checkbox";
    public const string DropDown = "dropdown";
}
