namespace DocFlow.Office.Events;

/// <summary>Adds what designers and administrators do to procedures to the event log, saved with the act.</summary>
public interface IProcedureLog
{
    /// <param name="procedure">The procedure, with its version where one is meant.</param>
    /// <param name="instance">The instances that the act is on.</param>
    /// <param name="hash">The hash of the definition's text.</param>
    void Add(string? account, string act, string? procedure, string? instance, string? hash = null);
}
