namespace DocFlow.Documents.Comparing;

/// <summary>Who made which change, when the versions compared have others between them: whose version first had the piece as it now is, or no longer had it.</summary>
internal sealed class ChangeAuthors
{
    private readonly IReadOnlyList<ComparedVersion> _versions;
    private readonly List<HashSet<string>> _keys;

    public ChangeAuthors(IReadOnlyList<ComparedVersion> versions)
    {
        _versions = versions;
        _keys = [.. versions.Select(version => DocumentBlocks.Of(version.Document).Select(block => block.Key).ToHashSet())];
    }

    public RevisionAuthor OfNew(ComparedBlock block)
    {
        // Since when it has stood without a break.
        var index = _versions.Count - 1;
        while (index > 1 && _keys[index - 1].Contains(block.Key))
            index--;
        return _versions[index].Author;
    }

    public RevisionAuthor OfGone(ComparedBlock block)
    {
        var index = 1;
        while (index < _versions.Count - 1 && _keys[index].Contains(block.Key))
            index++;
        return _versions[index].Author;
    }
}
