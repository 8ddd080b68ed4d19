namespace DocFlow.Documents.Comparing.Settling;

/// <summary>
/// Two versions of a text as the changes that lead from one to the other. Each can be refused by itself: with none refused it is the later text, with
/// all refused the earlier one.
/// </summary>
public sealed class DraftComparison
{
    private readonly List<DraftChange> _changes = [];
    private readonly FileComparison _source;
    private readonly Dictionary<string, Part> _files = [];

    private DraftComparison(DraftText before, DraftText after, ChangeAlarms alarms)
    {
        _source = new FileComparison(null, before.Source, after.Source, _changes, alarms);
        foreach (var name in before.Files.Keys.Union(after.Files.Keys).Order(StringComparer.Ordinal))
            _files[name] = Compare(name, before.Files.GetValueOrDefault(name), after.Files.GetValueOrDefault(name), alarms);
    }

    public IReadOnlyList<DraftChange> Changes => _changes;

    /// <param name="organs">Names of units that may answer for something.</param>
    public static DraftComparison Of(DraftText before, DraftText after, IReadOnlyCollection<string> organs) => new(before, after, new ChangeAlarms(organs));

    /// <summary>The later text without the changes of these ids.</summary>
    public DraftText Without(IReadOnlySet<int> refused) => new(
        _source.Without(refused),
        _files.Select(file => (file.Key, Text: file.Value.Without(refused))).Where(file => file.Text is not null).ToDictionary(file => file.Key, file => file.Text!));

    private Part Compare(string name, string? before, string? after, ChangeAlarms alarms)
    {
        if (before is not null && after is not null)
            return new Part(null, null, null, before == after ? null : new FileComparison(name, before, after, _changes, alarms)) { Same = before == after ? after : null };
        // A file comes or goes as a whole.
        var (old, now) = (before ?? "", after ?? "");
        _changes.Add(new DraftChange(_changes.Count + 1, name, old, now, "", "", alarms.Of(old, now, false)) { LineBefore = old, LineAfter = now });
        return new Part(_changes.Count, before, after, null);
    }

    private sealed record Part(int? Id, string? Before, string? After, FileComparison? Comparison)
    {
        public string? Same { get; init; }

        public string? Without(IReadOnlySet<int> refused) => Same ?? Comparison?.Without(refused) ?? (refused.Contains(Id!.Value) ? Before : After);
    }
}
