using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.People;
using DocFlow.Office.Procedures;
using DocFlow.Office.Restricted;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Matters;

/// <inheritdoc />
internal sealed class MatterDesk(
    IOfficeData data, FreshRows rows, ProcedureCatalog catalog, DocumentAccess access, MatterVersions versions, MatterOrigins origins, MatterBirth birth, MatterDeadlines deadlines,
    DocumentText texts, OfficeDirectory directory, EventLog events) : IMatterDesk
{
    private const int MostKey = 100;
    private const int MostRaising = 20;

    public Task<IReadOnlyList<ProcedureEntry>> ListAsync(string personId, CancellationToken cancellationToken = default) => catalog.ListAsync(personId, cancellationToken);

    public async Task<IReadOnlyList<RaisingMatter>> RaisingAsync(string personId, CancellationToken cancellationToken = default)
    {
        var raising = await catalog.RaisingAsync(cancellationToken);
        var ids = raising.Keys.ToList();
        var matters = await (await access.InsideAsync(personId, cancellationToken)).Where(matter => matter.IsMatter && matter.State == DocumentState.Running && ids.Contains(matter.ProcedureId!))
            .OrderByDescending(matter => matter.CreatedAt).Take(MostRaising).Select(matter => new { matter.Id, matter.Title, matter.Kind, matter.ProcedureId }).ToListAsync(cancellationToken);
        return matters.ConvertAll(matter => new RaisingMatter(matter.Id, matter.Title, matter.Kind, raising[matter.ProcedureId!]));
    }

    public async Task<MatterStart> FormAsync(string personId, string procedureId, string? bornFromId = null, CancellationToken cancellationToken = default)
    {
        var procedure = await StartableAsync(personId, procedureId, cancellationToken);
        var fields = procedure.Form.Select(procedure.Find).OfType<ProcedureField>().ToList();
        var origin = bornFromId is null ? null : await access.ReadableAsync(personId, bornFromId, cancellationToken);
        var values = fields.Where(field => field.Default is not null).ToDictionary(field => field.Key, field => field.Default!);
        foreach (var (key, value) in origin is null ? [] : await origins.TakeAsync(procedure, origin, cancellationToken))
            values[key] = value;
        return new MatterStart(procedure.Id, procedure.Title, procedure.Description, fields, values, origin?.Title)
        {
            Help = procedure.Help,
            Restrictions = fields.Where(field => field.IsRestricted).ToDictionary(field => field.Key, field => RestrictedWords.Say(field, procedure.Fields)),
        };
    }

    public Task<string> StartAsync(string actorId, string procedureId, MatterForm form, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => TryStartAsync(actorId, procedureId, form, cancellationToken));

    public Task AnnotateAsync(string actorId, string matterId, string text, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        AnswerRules.RequireReason(text, "批注");
        var matter = await access.ReadableAsync(actorId, matterId, cancellationToken);
        if (!matter.IsMatter)
            throw RefusalException.Invalid("公文的意见随办理写明，不在这里批注。");
        var post = await directory.OwnPostAsync(actorId, cancellationToken);
        events.Add(ActRecord.On(await texts.CurrentAsync(matter, cancellationToken), "批注") with
        {
            Actor = await directory.PersonAsync(actorId, cancellationToken), PostShown = OfficeDirectory.Shown(post), Opinion = text.Trim(),
        });
        await data.SaveChangesAsync(cancellationToken);
    });

    private async Task<string> TryStartAsync(string actorId, string procedureId, MatterForm form, CancellationToken cancellationToken)
    {
        PlainText.Require(form.Key, "按键标识", MostKey);
        var creationKey = string.IsNullOrEmpty(form.Key) ? null : $"{actorId}/{form.Key}";
        if (creationKey is not null && await data.Documents.Where(row => row.CreationKey == creationKey).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken) is { } started)
            return started;
        var procedure = await StartableAsync(actorId, procedureId, cancellationToken);
        var origin = form.BornFromId is { } from ? await access.ReadableAsync(actorId, from, cancellationToken) : null;
        var before = origin is null ? [] : await origins.TakeAsync(procedure, origin, cancellationToken);
        var values = await versions.CheckAsync(procedure, procedure.Form, form, before, procedure.Form, cancellationToken);
        await deadlines.RefusePastAsync(procedure, values, new Dictionary<string, string>(), null, cancellationToken);
        var matter = await birth.AddAsync(procedure, new MatterParents(actorId, origin), values, form.Files, creationKey, cancellationToken);
        await data.SaveChangesAsync(cancellationToken);
        return matter.Id;
    }

    private async Task<Procedure> StartableAsync(string personId, string procedureId, CancellationToken cancellationToken)
    {
        var procedure = await catalog.RequireAsync(procedureId, cancellationToken);
        if (!procedure.HasForm)
            throw RefusalException.Invalid($"“{procedure.Title}”从拟稿开始，不从表单登记。");
        return await catalog.MayStartAsync(personId, procedure, cancellationToken)
            ? procedure
            : throw RefusalException.Forbidden($"您的岗位不能登记“{procedure.Title}”，可登记的为：{string.Join('、', procedure.Starters)}。");
    }
}
