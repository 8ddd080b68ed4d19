namespace DocFlow.Office.Desks;

/// <summary>Tells whoever had work before them what became of it.</summary>
public interface ISeatFates
{
    /// <summary>Who did what, in Chinese; null when it isn't known, or the person may not read the document any more.</summary>
    Task<string?> TellAsync(string personId, string seatId, CancellationToken cancellationToken = default);
}
