namespace DocFlow.Office.Restricted;

/// <summary>Seals restricted texts for the database, so that its tables, copies and logs don't carry them. The host keeps the keys.</summary>
public interface ITextSeal
{
    string Seal(string text);

    /// <summary>Null when it was changed, or sealed with another office's key.</summary>
    string? Open(string seal);
}
