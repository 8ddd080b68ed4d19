namespace DocFlow.Office.Handovers;

/// <summary>A post that a person may go to.</summary>
/// <param name="Shown">Unit and post: 督查室科员.</param>
public sealed record PostChoice(string Id, string Shown);
