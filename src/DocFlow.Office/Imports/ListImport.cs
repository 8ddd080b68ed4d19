using System.Globalization;
using System.Security.Cryptography;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.Procedures;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Imports;

/// <inheritdoc />
internal sealed class ListImport(
    IOfficeData data, FreshRows fresh, ProcedureCatalog catalog, DocumentAccess access, ListValues values, MatterOrigins origins, MatterVersions versions, MatterBirth birth) : IListImport
{
    private const int MostProblems = 200;

    public Task<ImportOutcome> TryAsync(string actorId, string procedureId, ImportedList list, CancellationToken cancellationToken = default) =>
        DoAsync(actorId, procedureId, list, isKept: false, cancellationToken);

    public Task<ImportOutcome> ImportAsync(string actorId, string procedureId, ImportedList list, CancellationToken cancellationToken = default) =>
        fresh.ActAsync(() => DoAsync(actorId, procedureId, list, isKept: true, cancellationToken));

    private async Task<ImportOutcome> DoAsync(string actorId, string procedureId, ImportedList list, bool isKept, CancellationToken cancellationToken)
    {
        var procedure = await StartableAsync(actorId, procedureId, cancellationToken);
        var origin = list.BornFromId is { } from ? await access.ReadableAsync(actorId, from, cancellationToken) : null;
        var rows = SheetFile.Read(list.Content);
        var head = ListHead.Of(rows, [.. procedure.Form.Select(procedure.Find).OfType<ProcedureField>()]);
        await values.LoadAsync(cancellationToken);
        var below = rows.Skip(head.Row + 1).ToList();
        var (right, problems) = Judge(head, below);
        var matters = isKept ? await KeepAsync(procedure, new MatterParents(actorId, origin) { SharesDeadline = true }, list, right, cancellationToken) : [];
        return new ImportOutcome(below.Count, right.Count, [.. problems.Take(MostProblems)], matters);
    }

    private (List<(int Row, Dictionary<string, string?> Values)> Right, List<ImportProblem> Problems) Judge(ListHead head, List<SheetRow> rows)
    {
        var right = new List<(int, Dictionary<string, string?>)>();
        var problems = new List<ImportProblem>();
        foreach (var row in rows)
        {
            var (given, before) = (new Dictionary<string, string?>(), problems.Count);
            foreach (var (column, field) in head.Fields)
            {
                var (value, problem) = values.Of(field, row.Cells.GetValueOrDefault(column));
                if (problem is not null)
                    problems.Add(new ImportProblem(SheetFile.PlaceOf(column, row.Number), row.Number, problem));
                given[field.Key] = value;
            }

            if (problems.Count == before)
                right.Add((row.Number, given));
        }

        return (right, problems);
    }

    // All are saved at once, or none.
    private async Task<IReadOnlyList<string>> KeepAsync(
        Procedure procedure, MatterParents parents, ImportedList list, List<(int Row, Dictionary<string, string?> Values)> rows, CancellationToken cancellationToken)
    {
        var file = Convert.ToHexStringLower(SHA256.HashData(list.Content))[..32];
        var before = parents.Origin is null ? [] : await origins.TakeAsync(procedure, parents.Origin, cancellationToken);
        var prefix = $"import/{procedure.Id}/{file}/{parents.Origin?.Id}/";
        var there = await data.Documents.Where(row => row.CreationKey != null && row.CreationKey.StartsWith(prefix)).ToDictionaryAsync(row => row.CreationKey!, row => row.Id, cancellationToken);
        var ids = new List<string>();
        foreach (var (row, given) in rows)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{prefix}{row}");
            if (there.TryGetValue(key, out var known))
            {
                ids.Add(known);
                continue;
            }

            var checkedValues = await versions.CheckAsync(procedure, procedure.Form, new MatterForm(given), before, procedure.Form, cancellationToken);
            ids.Add((await birth.AddAsync(procedure, parents, checkedValues, null, key, cancellationToken)).Id);
        }

        await data.SaveChangesAsync(cancellationToken);
        return ids;
    }

    private async Task<Procedure> StartableAsync(string personId, string procedureId, CancellationToken cancellationToken)
    {
        var procedure = await catalog.RequireAsync(procedureId, cancellationToken);
        if (!procedure.HasForm)
            throw RefusalException.Invalid($"“{procedure.Title}”从拟稿开始，不能导入清单。");
        if (!await catalog.MayStartAsync(personId, procedure, cancellationToken))
            throw RefusalException.Forbidden($"您的岗位不能登记“{procedure.Title}”，也不能导入清单。");
        return procedure.Form.Select(procedure.Find).FirstOrDefault(field => field is { IsRequired: true, Type: FieldType.File or FieldType.Table }) is { } file
            ? throw RefusalException.Invalid($"“{file.Label}”必须逐件填写，“{procedure.Title}”不能导入清单。")
            : procedure;
    }
}
