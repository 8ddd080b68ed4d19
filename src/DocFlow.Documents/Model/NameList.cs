namespace DocFlow.Documents.Model;

/// <summary>
/// Organs named together (主送, 抄送, 出席 …): a list that is joined with “，”, or one string that is printed as written.
/// The closing “：” or “。” belongs to the element, not to the list.
/// </summary>
public sealed record NameList
{
    private NameList(IReadOnlyList<string> names, string? asWritten)
    {
        Names = names;
        AsWritten = asWritten;
    }

    public static NameList Empty { get; } = new([], null);

    /// <summary>The names, in order; empty when the list was given as one string.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The string that is printed as written; null when names were given one by one.</summary>
    public string? AsWritten { get; }

    /// <summary>What is printed, without closing punctuation.</summary>
    public string Text => AsWritten ?? string.Join('，', Names);

    public bool IsEmpty => Text.Length == 0;

    public static NameList Of(IReadOnlyList<string> names) => new(names, null);

    public static NameList Written(string text) => new([], text);

    public override string ToString() => Text;

    public bool Equals(NameList? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
