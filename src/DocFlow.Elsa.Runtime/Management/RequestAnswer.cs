using DocFlow.Elsa.Runtime.Http;

namespace DocFlow.Elsa.Runtime.Management;

/// <summary>What came of a request.</summary>
/// <param name="HasRun">A workflow took it; otherwise it came too late, or its activation strategy allows no instance now.</param>
/// <param name="IsFaulted">The workflow faulted over it.</param>
/// <param name="Reply">What the workflow answers; null when it says nothing.</param>
public sealed record RequestAnswer(bool HasRun, bool IsFaulted, HttpReply? Reply);
