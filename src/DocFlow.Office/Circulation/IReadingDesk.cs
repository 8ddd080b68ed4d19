namespace DocFlow.Office.Circulation;

/// <summary>Reading what was passed round (阅), as pages and the API do it: each call saves by itself, with its event.</summary>
public interface IReadingDesk
{
    /// <summary>The reader has opened the document: marks its running sheets as read, once.</summary>
    /// <returns>How many sheets were marked.</returns>
    Task<int> ReadAsync(string actorId, string documentId, CancellationToken cancellationToken = default);

    /// <summary>Keeps what the reader thinks of it (阅办意见), which also marks it as read; a later remark takes the place of an earlier one.</summary>
    Task RemarkAsync(string actorId, string sheetId, string remark, CancellationToken cancellationToken = default);
}
