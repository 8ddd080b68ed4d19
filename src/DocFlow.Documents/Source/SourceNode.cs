namespace DocFlow.Documents.Source;

/// <summary>A value of the front matter with the line that it stands on.</summary>
internal abstract record SourceNode(int Line);

internal sealed record ScalarNode(int Line, string Text) : SourceNode(Line);

internal sealed record ListNode(int Line, IReadOnlyList<SourceNode> Items) : SourceNode(Line);

internal sealed record MapNode(int Line, IReadOnlyList<(string Key, int KeyLine, SourceNode Value)> Entries) : SourceNode(Line);
