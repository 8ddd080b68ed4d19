namespace DocFlow.Office.Notices;

/// <summary>What one person is to be told.</summary>
/// <param name="Key">Names what it is about: at most 200 characters.</param>
/// <param name="WorkItemId">The work that it asks for; null when it only informs.</param>
internal sealed record NoticeWords(string PersonId, string Key, string Text, string? WorkItemId = null);
