namespace DocFlow.Office.Steps;

/// <summary>What a procedure does with the hand-over (轮岗交接) that its matter is about. Only adds to the context.</summary>
public interface IMatterHandovers
{
    /// <summary>Writes what the person holds, each with a proposed new owner, into a table; once it is done, what was handed over to whom.</summary>
    Task ListAsync(string documentId, HandoverFields fields, CancellationToken cancellationToken = default);

    /// <summary>Orders it for 00:00 of a day, for whoever decided the last step; a burst that runs again finds it.</summary>
    /// <returns>False where it isn't possible as it is filled in; why stands in the trace.</returns>
    Task<bool> OrderAsync(string documentId, HandoverFields fields, CancellationToken cancellationToken = default);

    /// <summary>Signs its sheet for those who decided a step.</summary>
    Task SignAsync(string documentId, string stepName, CancellationToken cancellationToken = default);
}

/// <summary>The fields of a matter that say who is handed over, and how.</summary>
/// <param name="Person">Who leaves the post.</param>
/// <param name="Items">The table of what is held: document, title, holds, owner.</param>
/// <param name="Post">The new post, from the list of posts; null for none.</param>
/// <param name="Day">The day; null for now.</param>
/// <param name="Successor">Who takes the posts; null for nobody yet.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record HandoverFields(string Person, string Items, string? Post = null, string? Day = null, string? Successor = null, string? Reason = null);
