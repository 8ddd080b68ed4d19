using DocFlow.Office.Chains;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tracking;

/// <inheritdoc />
internal sealed class DutyReading(
    IOfficeData data, DocumentAccess access, DocumentText texts, IProcedures procedures, IMatterDesk matters, MatterNames names, ChainLinks links) : IDutyReading
{
    public async Task<DutySheet> ReadAsync(string personId, string documentId, CancellationToken cancellationToken = default)
    {
        var document = await access.ReadableAsync(personId, documentId, cancellationToken);
        var sentences = document.IsMatter ? [] : DutySentences.Of((await texts.CurrentAsync(document, cancellationToken)).SourceText);
        if (sentences.Count == 0)
            return new DutySheet([], null);
        var declared = await procedures.DeclaredAsync(cancellationToken);
        var tracking = declared.Where(procedure => procedure.Fields.Any(field => field.Prefill == ProcedureField.Duties)).Select(procedure => procedure.Id).ToList();
        var tasks = await TasksAsync(personId, documentId, tracking, declared, cancellationToken);
        var mayStart = document.State is DocumentState.Issued or DocumentState.Archived
            ? (await matters.ListAsync(personId, cancellationToken)).FirstOrDefault(entry => entry.MayStart && tracking.Contains(entry.Id))?.Id
            : null;
        // Whoever marked them may have put one into other words.
        return new DutySheet([.. sentences.Concat(tasks.Select(group => group.Key)).Distinct().Select(sentence => new Duty(sentence, [.. tasks[sentence]]))], mayStart);
    }

    // A task bears the sentence as its title: it was one row of the table that took them.
    private async Task<ILookup<string, DutyTask>> TasksAsync(
        string personId, string documentId, List<string> tracking, IReadOnlyList<Procedure> declared, CancellationToken cancellationToken)
    {
        var answering = declared.Where(procedure => procedure.Duty is not null).ToDictionary(procedure => procedure.Id);
        var answerIds = answering.Keys.ToList();
        var parts = await data.Documents.AsNoTracking().Include(part => part.DrafterUnit)
            .Where(part => answerIds.Contains(part.ProcedureId!) && part.State != DocumentState.Void
                && data.Documents.Any(origin => origin.Id == part.BornFromId && origin.BornFromId == documentId && tracking.Contains(origin.ProcedureId!)))
            .OrderBy(part => part.CreatedAt).ThenBy(part => part.Id).ToListAsync(cancellationToken);
        var open = await access.InsideAmongAsync(personId, [.. parts.Select(part => part.Id)], cancellationToken);
        var seen = parts.FindAll(part => open.Contains(part.Id));
        var standing = await links.OfAsync(seen, cancellationToken);
        var tasks = new List<(string Sentence, DutyTask Task)>();
        foreach (var part in seen)
        {
            var procedure = answering[part.ProcedureId!];
            var shown = await names.ShowAsync(procedure.Fields, MatterValues.Read((await texts.CurrentAsync(part, cancellationToken)).SourceText), cancellationToken);
            var (link, unit) = (standing[part.Id], procedure.Fields.FirstOrDefault(field => field.Type == FieldType.Unit)?.Key ?? "");
            tasks.Add((part.Title, new DutyTask(
                part.Id, shown.GetValueOrDefault(unit) ?? link.UnitName, shown.GetValueOrDefault(procedure.Duty!.Frequency ?? ""), link.Standing, link.DueAt, link.Light, shown.GetValueOrDefault(procedure.Duty.Answer))));
        }

        return tasks.ToLookup(task => task.Sentence, task => task.Task);
    }
}
