namespace DocFlow.Office.Citations;

/// <summary>A document from outside as the register has it (来文).</summary>
/// <param name="Number">Its own number (来文字号); null where it has none.</param>
public sealed record OriginCitation(string MatterId, string Title, string Sender, string? Number);
