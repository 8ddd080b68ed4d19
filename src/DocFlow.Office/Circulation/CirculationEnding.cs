namespace DocFlow.Office.Circulation;

/// <summary>How a circulation was ended.</summary>
/// <param name="Unread">Who hasn't read it, in the organisation's order.</param>
/// <param name="IsEnded">False: there are unread and the press didn't say that it ends all the same.</param>
public sealed record CirculationEnding(bool IsEnded, IReadOnlyList<string> Unread);
