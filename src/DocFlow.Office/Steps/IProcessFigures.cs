namespace DocFlow.Office.Steps;

/// <summary>What a matter on the improvement of a procedure needs to know of it. Only adds to the context.</summary>
public interface IProcessFigures
{
    /// <summary>Writes version, steps, time and returns into fields, from the events since a day, or of the last 90 days.</summary>
    Task MeasureAsync(string documentId, string processField, ProcessFigureFields fields, CancellationToken cancellationToken = default);

    /// <summary>Plays the last items on the version that a field names, and writes what came of it into another.</summary>
    /// <returns>False when that can't be done, with the reason in the trace.</returns>
    Task<bool> SimulateAsync(string documentId, string processField, string versionField, string intoField, CancellationToken cancellationToken = default);

    /// <summary>Puts the chart and the table of before and after with the matter's documents.</summary>
    Task PrintAsync(string documentId, string processField, string sinceField, CancellationToken cancellationToken = default);
}

/// <summary>The fields that figures go into; null for those that aren't wanted.</summary>
/// <param name="Since">The date field from which events count; null for the last 90 days.</param>
public sealed record ProcessFigureFields(string? Since, string? Version, string? Steps, string? Hours, string? Returns);
