namespace DocFlow.Office.Procedures;

/// <summary>The fields of a matter that say whose document it is about, so that a document that answers it can cite it.</summary>
/// <param name="Sender">来文单位</param>
/// <param name="Number">来文字号</param>
public sealed record IncomingFields(string Sender, string Number);
