namespace DocFlow.Office.Outlooks;

/// <summary>Whom a document would go to.</summary>
/// <param name="Shown">Unit and post, or why this person.</param>
public sealed record OutlookPerson(string PersonId, string Name, string Shown);
