using System.Globalization;
using System.Text;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Matters;
using DocFlow.Office.People;
using DocFlow.Office.Procedures;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Restricted;

/// <inheritdoc />
internal sealed class RestrictedReadings(
    IOfficeData data, FreshRows rows, DocumentAccess access, DocumentText texts, ProcedureCatalog catalog, MatterNames names, OfficeDirectory directory, RestrictedReaders readers, ITextSeal seal, EventLog events)
    : IRestrictedReading
{
    private const string Read = "查阅限阅内容";
    private const string Refused = "查阅限阅内容被拒";
    private const int MostListed = 500;

    public Task<RestrictedReading> ReadAsync(string? personId, string account, string documentId, string fieldKey, CancellationToken cancellationToken = default) =>
        rows.ActAsync(async () =>
        {
            var (content, label, field) = await OpenAsync(personId, account, documentId, fieldKey, false, cancellationToken);
            return RestrictedFile.Read(content) is { } file && field?.Type == FieldType.File
                ? new RestrictedReading(label, file.Name, IsFile: true)
                : new RestrictedReading(label, await ShowAsync(field, content, cancellationToken));
        });

    public Task<RestrictedDownload> ReadFileAsync(string? personId, string account, string documentId, string fieldKey, CancellationToken cancellationToken = default) =>
        rows.ActAsync(async () =>
        {
            var (content, label, _) = await OpenAsync(personId, account, documentId, fieldKey, true, cancellationToken);
            var file = RestrictedFile.Read(content)!;
            return seal.Open(Encoding.UTF8.GetString(await texts.BytesAsync(file.SealedHash, cancellationToken))) is { } opened
                ? new RestrictedDownload(file.Name, Convert.FromBase64String(opened))
                : throw RefusalException.Conflict($"“{label}”的文件打不开，可能被改动过，请联系审计管理员。");
        });

    public async Task<IReadOnlyList<RestrictedRecord>> ListAsync(CancellationToken cancellationToken = default)
    {
        var found = await data.RestrictedTexts.AsNoTracking().Join(data.Documents, text => text.DocumentId, matter => matter.Id, (text, matter) => new
            {
                text.DocumentId, matter.Kind, matter.Number, Unit = matter.DrafterUnit!.Name, text.Key, text.Label, text.At,
            }).OrderByDescending(row => row.At).Take(MostListed).ToListAsync(cancellationToken);
        var ids = found.Select(row => row.DocumentId).Distinct().ToList();
        var acts = await data.Events.Where(record => ids.Contains(record.DocumentId!) && (record.Act == Read || record.Act == Refused))
            .Select(record => new { record.DocumentId, record.Act, Label = record.Opinion }).ToListAsync(cancellationToken);
        return [.. found.DistinctBy(row => (row.DocumentId, row.Key)).Select(row => new RestrictedRecord(
            row.DocumentId, row.Kind, row.Number, row.Unit, row.Label, row.At,
            acts.Count(act => act.DocumentId == row.DocumentId && act.Label == row.Label && act.Act == Read),
            acts.Count(act => act.DocumentId == row.DocumentId && act.Label == row.Label && act.Act == Refused)))];
    }

    private async Task<(string Content, string Label, ProcedureField? Field)> OpenAsync(string? personId, string account, string documentId, string fieldKey, bool asFile, CancellationToken cancellationToken)
    {
        var matter = await data.Documents.Include(row => row.Drafter).SingleOrDefaultAsync(row => row.Id == documentId && row.IsMatter, cancellationToken)
            ?? throw RefusalException.NotFound("这个事项");
        var version = await texts.CurrentAsync(matter, cancellationToken);
        var procedureField = (await catalog.FindAsync(matter.ProcedureId, cancellationToken))?.Find(fieldKey);
        var value = MatterValues.Read(version.SourceText).GetValueOrDefault(fieldKey);
        var reference = RestrictedReference.Read(value);
        var text = reference is null ? null : await data.RestrictedTexts.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == reference.Id && row.DocumentId == documentId && row.Key == fieldKey, cancellationToken);
        if (text is null)
            throw personId is not null && await access.IsInsideAsync(personId, matter, cancellationToken) ? RefusalException.Invalid("这一栏没有填写限阅内容。") : RefusalException.NotFound("这个事项");
        var content = SealedContent.Read(seal.Open(text.Sealed));
        if (content is null || content.Digest != reference!.Digest)
            throw RefusalException.Conflict(string.Create(CultureInfo.InvariantCulture, $"“{text.Label}”与第{version.Ordinal}稿登记的摘要不符，可能被改动过，请联系审计管理员。"));
        var actor = personId is null ? null : await directory.PersonAsync(personId, cancellationToken);
        var act = ActRecord.On(version, Refused) with { Actor = actor, Account = account, Opinion = text.Label };
        if (actor is null || !await readers.IncludesAsync(content.Readers, actor.Id, cancellationToken))
        {
            events.Add(act);
            await data.SaveChangesAsync(cancellationToken);
            throw await RefusalAsync(actor, matter, text, content, cancellationToken);
        }

        if (asFile && (procedureField?.Type != FieldType.File || RestrictedFile.Read(content.Text) is null))
            throw RefusalException.Invalid($"“{text.Label}”不是文件。");
        events.Add(act with { Act = Read });
        await data.SaveChangesAsync(cancellationToken);
        return (content.Text, text.Label, procedureField);
    }

    // Whoever doesn't see the matter isn't told that there is one.
    private async Task<RefusalException> RefusalAsync(Person? actor, Document matter, RestrictedText text, SealedContent content, CancellationToken cancellationToken)
    {
        if (actor is null)
            return RefusalException.Forbidden("限阅内容只供写明的人员查阅，管理员账号不能查阅。这次查阅已被拒绝并记录。");
        return await access.IsInsideAsync(actor.Id, matter, cancellationToken)
            ? RefusalException.Forbidden($"“{text.Label}”限{string.Join('、', await readers.NamesAsync(content.Readers, cancellationToken))}本人查阅。这次查阅已被拒绝并记录。")
            : RefusalException.NotFound("这个事项");
    }

    private async Task<string> ShowAsync(ProcedureField? field, string value, CancellationToken cancellationToken) => field is null
        ? value
        : (await names.ShowAsync([field with { RestrictedTo = [] }], new Dictionary<string, string> { [field.Key] = value }, cancellationToken)).GetValueOrDefault(field.Key, value);
}
