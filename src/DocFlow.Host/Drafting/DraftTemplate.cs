namespace DocFlow.Host.Drafting;

/// <summary>A template's place, name, kind (文种) and use.</summary>
internal sealed record DraftTemplate(string Path, string Name, string Kind, string Description);
