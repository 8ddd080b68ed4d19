namespace DocFlow.Office.Steps;

/// <summary>Which document a workflow instance works on.</summary>
public interface IProcedureDocuments
{
    /// <summary>The document that an instance names, when it is the procedure of that document, or was started by it.</summary>
    /// <exception cref="RefusalException">The instance is of no procedure of this document.</exception>
    Task<string> OfAsync(string instanceId, string? documentId, CancellationToken cancellationToken = default);
}
