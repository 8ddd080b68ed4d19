using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Queries;

/// <summary>One produced file.</summary>
public sealed record FileRow(string FileHash, string Format, RenderingPurpose Purpose, int VersionOrdinal, int PageCount, DateTimeOffset At);
