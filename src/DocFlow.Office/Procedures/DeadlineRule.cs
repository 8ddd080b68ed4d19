namespace DocFlow.Office.Procedures;

/// <summary>When a matter is due (办理期限): the first of these that gives an answer.</summary>
/// <param name="DateField">A date field: 17:30 of that day.</param>
/// <param name="DaysField">A number field: so many working days.</param>
/// <param name="ByField">A choice field, with the working days of each choice.</param>
/// <param name="WorkingDays">Otherwise; null for no deadline.</param>
public sealed record DeadlineRule(string? DateField, string? DaysField, string? ByField, IReadOnlyDictionary<string, int> ByChoice, int? WorkingDays);
