using DocFlow.Documents.Handwriting;
using DocFlow.Office.Matters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Queries;

namespace DocFlow.Host.Pages.Documents;

/// <summary>What a reader has typed on a document's page and not sent yet. It outlives the work that it was typed for.</summary>
public sealed class TypedWork
{
    private readonly Dictionary<string, OpenAct> _acts = [];
    private readonly Dictionary<string, Dictionary<string, string?>> _values = [];

    public Dictionary<string, string?> Opinions { get; } = [];

    public Dictionary<string, PenWriting?> Written { get; } = [];

    /// <summary>Makes room for what is typed on an open act.</summary>
    public void Begin(OpenAct act)
    {
        if (!_acts.TryAdd(act.SeatId, act))
            return;
        Opinions[act.SeatId] = null;
        _values[act.SeatId] = act.Fields.ToDictionary(field => field.Field.Key, First);
    }

    public void Write(OpenAct act, string? opinion)
    {
        Begin(act);
        Opinions[act.SeatId] = opinion;
    }

    /// <summary>What is filled in on an act that has fields, by field.</summary>
    public Dictionary<string, string?> ValuesOf(OpenAct act)
    {
        Begin(act);
        return _values[act.SeatId];
    }

    /// <summary>It was recorded: there is nothing left of it to keep.</summary>
    public void Forget(string seatId)
    {
        _acts.Remove(seatId);
        Opinions.Remove(seatId);
        Written.Remove(seatId);
        _values.Remove(seatId);
    }

    /// <summary>Takes out what was typed for work that isn't open any more. Where nothing was typed, nothing is said.</summary>
    /// <param name="sending">The seat whose words are on their way to be recorded; null for none.</param>
    public IReadOnlyList<(string SeatId, string StepName, string Words)> TakeGone(IEnumerable<OpenAct> open, string? sending)
    {
        var still = open.Select(act => act.SeatId).Append(sending).ToHashSet();
        var gone = new List<(string, string, string)>();
        foreach (var act in _acts.Values.Where(act => !still.Contains(act.SeatId)).ToList())
        {
            if (WordsOf(act) is { Length: > 0 } words)
                gone.Add((act.SeatId, act.StepName, words));
            Forget(act.SeatId);
        }

        return gone;
    }

    private static string? First(FieldToFill field) => field.Value ?? field.Field.Default;

    private string WordsOf(OpenAct act)
    {
        List<string> lines = [];
        if (Opinions.GetValueOrDefault(act.SeatId) is { } opinion && !string.IsNullOrWhiteSpace(opinion))
            lines.Add(opinion.Trim());
        if (Written.GetValueOrDefault(act.SeatId) is not null)
            lines.Add("（另有手写意见，没有记录）");
        // Words only: what was chosen is chosen again as quickly.
        lines.AddRange(act.Fields.Where(field => field.Field.Type is FieldType.Text or FieldType.LongText)
            .Select(field => (field.Field.Label, Value: _values.GetValueOrDefault(act.SeatId)?.GetValueOrDefault(field.Field.Key), First: First(field)))
            .Where(field => !string.IsNullOrWhiteSpace(field.Value) && field.Value != field.First).Select(field => $"{field.Label}：{field.Value}"));
        return string.Join('\n', lines);
    }
}
