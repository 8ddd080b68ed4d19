namespace DocFlow.Elsa.Runtime.Children;

/// <summary>Tells a parent that a child which it waits for is over.</summary>
/// <param name="BookmarkHashes">Where the parent may wait; those it has are resumed.</param>
/// <param name="Input">For the parent's burst.</param>
public sealed record ChildCompletion(string ParentInstanceId, IReadOnlyList<string> BookmarkHashes, IReadOnlyDictionary<string, object?> Input);
