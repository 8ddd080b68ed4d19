namespace DocFlow.Office.Steps;

/// <summary>Seals documents that procedures made of their matters. Only adds to the context; a repeat finds the seal that is there.</summary>
public interface IMatterSeals
{
    /// <summary>Draws the document's files anew with the seals that are in use, and writes down who sealed it and at whose request.</summary>
    /// <param name="sealedBy">The step whose decider is the keeper; whoever decided last before it asked for the seal, and must be somebody else.</param>
    /// <param name="toParts">Also puts the sealed files with the matters that were born from this one.</param>
    Task SealAsync(string documentId, string name, string sealedBy, bool toParts, CancellationToken cancellationToken = default);

    /// <summary>Asks the keepers to seal a document that went out already, because it couldn't wait; whoever decided last asks for it.</summary>
    Task AskAsync(string documentId, string name, CancellationToken cancellationToken = default);
}
