namespace DocFlow.Host.Parts;

/// <summary>What is said of a part that is fetched, in Chinese.</summary>
/// <param name="Ready">It is there.</param>
/// <param name="Preparing">It isn't there yet, and nothing has been fetched so far.</param>
/// <param name="Begins">Said to the log as fetching begins.</param>
/// <param name="Failed">A round failed; followed by when it is tried again.</param>
internal sealed record PartWords(string Ready, string Preparing, string Begins, string Failed);
