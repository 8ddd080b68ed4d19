namespace DocFlow.Documents.Comparing.Meaning;

/// <summary>A change that alters what is asked of whom, how far and by when.</summary>
/// <param name="Kind">义务, 范围, 时限, 数量 or 责任单位.</param>
/// <param name="Removed">The words that are gone.</param>
/// <param name="Added">The words that came.</param>
/// <param name="Message">One line for people: 义务：删去“原则上”，要求变严。</param>
public sealed record MeaningAlarm(string Kind, IReadOnlyList<string> Removed, IReadOnlyList<string> Added, string Message);
