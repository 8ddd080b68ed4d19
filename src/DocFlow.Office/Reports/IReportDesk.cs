using DocFlow.Office.Steps;

namespace DocFlow.Office.Reports;

/// <summary>Reports (专报) of registers. The same month at the same moment gives the same files, whenever it is asked for.</summary>
public interface IReportDesk
{
    /// <param name="month">2026-12.</param>
    /// <param name="at">As it stood at this moment; null for the end of the month, which must be over.</param>
    /// <exception cref="RefusalException">Not a reader of the whole register, no such report, or the moment isn't over.</exception>
    Task<DrawnReport> DrawAsync(string personId, string procedureId, string name, string month, DateTimeOffset? at, CancellationToken cancellationToken = default);

    /// <summary>The reports that a person may draw of a register.</summary>
    Task<IReadOnlyList<string>> ListAsync(string personId, string procedureId, CancellationToken cancellationToken = default);
}

/// <summary>A report.</summary>
/// <param name="SourceText">Its text (*.gw.txt), as a draft can be begun with.</param>
public sealed record DrawnReport(string Name, string SourceText, IReadOnlyList<RenderedFile> Files);
