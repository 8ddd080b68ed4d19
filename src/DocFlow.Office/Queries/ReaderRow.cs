namespace DocFlow.Office.Queries;

/// <summary>A reader on a sheet.</summary>
/// <param name="PostShown">Unit and post that the reader holds now; null without one.</param>
public sealed record ReaderRow(string PersonId, string Name, string? PostShown, DateTimeOffset? ReadAt, string? Remark);
