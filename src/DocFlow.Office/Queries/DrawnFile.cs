using DocFlow.Office.Steps;

namespace DocFlow.Office.Queries;

/// <summary>A produced file and what it was drawn from.</summary>
/// <param name="Order">The same order draws the same pages again.</param>
public sealed record DrawnFile(string FileHash, string Format, int PageCount, RenderOrder Order);
