using DocFlow.Documents;
using DocFlow.Documents.Charts;
using DocFlow.Documents.Papers;

namespace DocFlow.Office.Papers;

/// <summary>Prints the office's tables and charts; the host has the fonts.</summary>
public interface IPaperPress
{
    Task<byte[]> PrintAsync(Paper paper, FileFormat format);

    /// <summary>As PDF.</summary>
    Task<byte[]> PrintAsync(ChartSheet sheet);
}
