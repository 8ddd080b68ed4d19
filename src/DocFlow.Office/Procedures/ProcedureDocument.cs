namespace DocFlow.Office.Procedures;

/// <summary>An official document (公文) that a procedure makes out of its matters, such as 督办通知单.</summary>
/// <param name="Name">What it is called on the matter's page; the steps name it by this.</param>
/// <param name="Template">The folder under templates/, such as notice/instruction.</param>
/// <param name="NumberCode">The code (机关代字) under which it gets a number of its own; null for none.</param>
/// <param name="BearsMatterNumber">It bears the number of the matter.</param>
/// <param name="MustBeSealed">It goes out with a seal: a step seals it, or the keeper does once the ladder (催办函) or a step that can't wait (变更通知) has sent it.</param>
public sealed record ProcedureDocument(string Name, string Template, string? NumberCode, bool BearsMatterNumber, bool MustBeSealed);
