namespace DocFlow.Office.Steps;

/// <summary>Letters (函) that wait for an answer. Only adds to the context.</summary>
public interface IAwaitedReplies
{
    /// <summary>Begins a matter that waits for each recipient of an issued letter that asks for an answer; nothing for other documents. What hinders it is told and written into the trace: the letter goes out all the same.</summary>
    /// <param name="stepKey">Names the step: a burst that runs again finds what it began.</param>
    /// <param name="procedureId">A procedure that declares what its matters wait for.</param>
    Task AwaitAsync(string documentId, string stepKey, string procedureId, CancellationToken cancellationToken = default);

    /// <summary>Closes what waited for the document that a matter is about, joins both, and shows it to whoever sent the letter; notes it in the trace when nothing waited.</summary>
    /// <param name="numberField">The matter's field with the number of the office's letter; nothing happens while it is empty.</param>
    /// <exception cref="RefusalException">The matter isn't about a document from outside, or has no such field.</exception>
    Task TakeAsync(string matterId, string stepKey, string numberField, CancellationToken cancellationToken = default);
}
