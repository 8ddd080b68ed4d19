using DocFlow.Office.Dossiers;
using DocFlow.Office.Procedures;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Matters;

/// <summary>Fields that are filled in with a step's decision.</summary>
internal sealed class MatterFilling(IOfficeData data, ProcedureCatalog catalog, MatterVersions versions, MatterDeadlines deadlines)
{
    /// <summary>The fields of a step: those that it names; the whole form where the matter was returned to its first step.</summary>
    public static IReadOnlyList<string> KeysOf(Procedure procedure, WorkItem item) => item switch
    {
        { StepKind: StepKind.Draft } => procedure.Form,
        _ => StepFields.All(item.FieldKeys),
    };

    // 退回 asks for nothing; each other button for its own fields.
    private static IReadOnlyList<string> RequiredOf(Procedure procedure, WorkItem item, string outcome)
    {
        if (outcome == StepOutcomes.Return)
            return [];
        return item.StepKind == StepKind.Draft ? procedure.Form : StepFields.Of(item.FieldKeys, outcome);
    }

    /// <summary>Takes what was filled in; the version that the decision is then on.</summary>
    /// <param name="current">The version that was read.</param>
    public async Task<DocumentVersion> TakeAsync(
        WorkItem item, DocumentVersion current, string actorId, MatterForm? form, string outcome, CancellationToken cancellationToken)
    {
        var matter = item.Document!;
        if (!matter.IsMatter)
            return form is null ? current : throw RefusalException.Invalid("公文没有可填写的字段。");
        if (await catalog.FindAsync(matter.ProcedureId, cancellationToken) is not { } procedure)
            return current;
        var before = MatterValues.Read(current.SourceText);
        var values = await versions.CheckAsync(
            procedure, KeysOf(procedure, item), form ?? new MatterForm(new Dictionary<string, string?>()), before, RequiredOf(procedure, item, outcome), cancellationToken);
        await deadlines.RefusePastAsync(procedure, values, before, matter.DueAt, cancellationToken);
        if (form?.Files is not { Count: > 0 } && values.Count == before.Count && values.All(pair => before.GetValueOrDefault(pair.Key) == pair.Value))
            return current;
        var version = await versions.AddAsync(matter, procedure, matter.CurrentVersion + 1, actorId, values, form?.Files, item.StepName, cancellationToken);
        // What is put off to another day is due on that day.
        var isMoved = item.StepKind == StepKind.Draft || (procedure.Deadline?.DateField is { } day && values.GetValueOrDefault(day) != before.GetValueOrDefault(day));
        if (isMoved && matter.OriginalDueAt is null && procedure.Deadline is not null)
            matter.DueAt = await deadlines.OfAsync(procedure.Deadline, values, matter.CreatedAt, cancellationToken);
        data.Touch(matter);
        return version;
    }
}
