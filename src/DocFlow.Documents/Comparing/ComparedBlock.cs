namespace DocFlow.Documents.Comparing;

/// <summary>A piece of a document that is compared as a whole first.</summary>
internal abstract record ComparedBlock
{
    /// <summary>Equal for pieces that read the same.</summary>
    public abstract string Key { get; }

    /// <summary>All its words.</summary>
    public abstract string Words { get; }
}

/// <param name="Style">The Word style that it is set in.</param>
internal sealed record ComparedParagraph(string Style, string Text) : ComparedBlock
{
    public override string Key => $"{Style}\n{Text}";

    public override string Words => Text;
}

internal sealed record ComparedTable(IReadOnlyList<IReadOnlyList<string>> Rows) : ComparedBlock
{
    public override string Key => "\t" + Words;

    public override string Words => string.Join('\n', Rows.Select(row => string.Join('\t', row)));
}
