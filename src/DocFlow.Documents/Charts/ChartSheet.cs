namespace DocFlow.Documents.Charts;

/// <summary>A chart as the office prints it: one sheet of A4 with a title and a note below.</summary>
public sealed record ChartSheet(string Title, string Issuer, string Note, FlowChart Chart);
