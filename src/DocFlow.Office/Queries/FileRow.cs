using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Queries;

/// <summary>One produced file.</summary>
/// <param name="Format">docx, pdf or, of what a procedure made, gw.txt.</param>
/// <param name="Name">What a procedure's document is called (督办通知单); empty for the document itself.</param>
public sealed record FileRow(string FileHash, string Format, RenderingPurpose Purpose, int VersionOrdinal, int PageCount, DateTimeOffset At, string Name);
