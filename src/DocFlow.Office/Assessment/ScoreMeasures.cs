using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;

namespace DocFlow.Office.Assessment;

/// <summary>The measures (指标) that formulas may name: those of all work, and those that procedures declare.</summary>
internal sealed class ScoreMeasures(IProcedures procedures)
{
    public const string Issued = "印发公文";
    public const string Returned = "退文";
    public const string Late = "逾期办理";
    public const string Decided = "办理件数";

    private static readonly IReadOnlyList<ScoreMeasure> OfAllWork =
    [
        new(Issued, "本人拟稿、本月印发的公文，每份计1", "全部公文"),
        new(Returned, "本人拟稿或登记、本月被退回，每次退回计1", "全部流程"),
        new(Late, "本人在办理期限之后办理的环节，每个计1", "全部流程"),
        new(Decided, "本人本月办理的环节，每个计1", "全部流程"),
    ];

    public async Task<IReadOnlyList<ScoreMeasure>> ListAsync(CancellationToken cancellationToken) =>
        [.. OfAllWork, .. (await procedures.DeclaredAsync(cancellationToken)).SelectMany(procedure => procedure.Measures.Select(measure => new ScoreMeasure(measure.Name, Say(measure, procedure), procedure.Title)))];

    public async Task<IReadOnlyCollection<string>> NamesAsync(CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).Select(measure => measure.Name).ToHashSet();

    private static string Say(ProcedureMeasure measure, Procedure procedure)
    {
        var of = measure.Of.Split(':') switch
        {
            ["field", var key] => procedure.Find(key)?.Label ?? key,
            ["step", var step] => $"“{step}”的办理人",
            _ => measure.Of,
        };
        var where = string.Concat(measure.Where.Select(pair => $"，{procedure.Find(pair.Key)?.Label}为{pair.Value}"));
        var amount = measure.Amount is { } key2 ? $"按“{procedure.Find(key2)?.Label}”计" : "每件计1";
        return $"{(measure.Step is { } of2 ? $"“{of2}”" : "")}{measure.Act}{(measure.IsLate ? "时已逾期" : "")}{where}，{amount}，计入{of}";
    }
}

/// <summary>A measure that formulas may name.</summary>
/// <param name="Words">What it counts.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record ScoreMeasure(string Name, string Words, string Source);
