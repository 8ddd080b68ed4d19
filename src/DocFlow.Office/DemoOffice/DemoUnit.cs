using DocFlow.Office.People;

namespace DocFlow.Office.DemoOffice;

/// <summary>A unit of the demo office's world.</summary>
internal sealed record DemoUnit(string Name, UnitKind Kind, string? Parent = null, string? RecipientClass = null);
