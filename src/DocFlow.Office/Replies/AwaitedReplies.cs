using System.Globalization;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Following;
using DocFlow.Office.Matters;
using DocFlow.Office.Notices;
using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Replies;

/// <inheritdoc />
internal sealed class AwaitedReplies(
    IOfficeData data, ProcedureCatalog catalog, IProcedures procedures, DocumentText texts, MatterVersions versions, MatterBirth birth, IMatterFields fields, StepClosing closing,
    IPassingRound passing, NoticeWriter notices, FollowerNotices followers, OfficeSettings settings, EventLog events, OfficeClock clock) : IAwaitedReplies
{
    private const string Letter = "函";

    public async Task AwaitAsync(string documentId, string stepKey, string procedureId, CancellationToken cancellationToken = default)
    {
        var letter = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这份公文");
        if (letter.IsMatter || letter.Kind != Letter || letter.Number is not { } number)
            return;
        var source = (await texts.CurrentAsync(letter, cancellationToken)).SourceText;
        if (!ReplyRequest.Asks(source) || DocumentText.Elements(source) is not { } elements)
            return;
        if (await catalog.FindAsync(procedureId, cancellationToken) is not { HasForm: true, Awaits: { } awaits } procedure)
            throw RefusalException.Invalid($"没有已发布的、写明等待什么（awaits）的流程“{procedureId}”，不能登记待复函件。请先发布它，再重试。");
        var sent = (await settings.ReadCalendarAsync(cancellationToken)).DayOf(clock.Now);
        foreach (var (from, order) in Recipients.Names(elements.Recipients).Distinct().Select((from, order) => (from, order)))
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{documentId}/{stepKey}/{order}");
            if (data.Documents.Local.Any(row => row.CreationKey == key) || await data.Documents.AnyAsync(row => row.CreationKey == key, cancellationToken))
                continue;
            var given = new Dictionary<string, string?> { [procedure.TitleField!] = letter.Title, [awaits.Number] = number, [awaits.From] = from };
            if (awaits.By is { } by && ReplyRequest.Day(source, sent) is { } day)
                given[by] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var values = await versions.CheckAsync(procedure, procedure.Form, new MatterForm(given), new Dictionary<string, string>(), procedure.Form, cancellationToken);
            await birth.AddAsync(procedure, new MatterParents(letter.DrafterId, letter), values, null, key, cancellationToken);
        }
    }

    public async Task TakeAsync(string matterId, string stepKey, string numberField, CancellationToken cancellationToken = default)
    {
        var reply = await data.Documents.FindAsync([matterId], cancellationToken) ?? throw RefusalException.NotFound("这个事项");
        if (await catalog.FindAsync(reply.ProcedureId, cancellationToken) is not { Incoming: { } incoming } procedure || procedure.Find(numberField) is not { Type: FieldType.Text, IsRestricted: false })
            throw RefusalException.Invalid($"《{reply.Title}》的流程没有写明来文（incoming），或没有不限阅的单行文字字段“{numberField}”，不能核销待复函件。请改正流程后重试。");
        var version = await texts.CurrentAsync(reply, cancellationToken);
        var values = MatterValues.Read(version.SourceText);
        if (ReplyNumber.Of(values.GetValueOrDefault(numberField)) is not { } number)
            return;
        var sender = values.GetValueOrDefault(incoming.Sender, "");
        if (await FindAsync(number, sender, cancellationToken) is not var (waiting, awaits) || await IsAboveAsync(reply, waiting, cancellationToken))
        {
            events.Add(ActRecord.On(version, "核销待复") with { Opinion = $"没有等待“{sender}”答复{number}的函件，未核销；请核对来文单位和答复文号" });
            await notices.TellAsync([reply.DrafterId], NoticeKind.Issued, $"reply/{matterId}/{stepKey}", $"《{reply.Title}》写明答复{number}，但没有等待“{sender}”答复它的函件，未核销。", matterId, null, cancellationToken);
            return;
        }

        if (reply.BornFromId == waiting.Id)
            return;
        reply.BornFromId ??= waiting.Id;
        var came = ReplyNumber.Said(sender, values.GetValueOrDefault(incoming.Number), reply.Number);
        await fields.SetAsync(waiting.Id, awaits.Reply, came, cancellationToken);
        events.Add(ActRecord.On(version, "核销待复") with { Opinion = $"答复{number}，已核销" });
        await CloseAsync(waiting, came, cancellationToken);
        await notices.TellAsync([waiting.DrafterId], NoticeKind.Issued, $"reply/{matterId}/{stepKey}", $"《{waiting.Title}》（{number}）已收到复函：{came}。", matterId, null, cancellationToken);
        var login = await data.People.Where(person => person.Id == waiting.DrafterId).Select(person => person.Login).SingleAsync(cancellationToken);
        await passing.SendAsync(matterId, stepKey, $"person:{login}", $"答复您发出的{number}，请阅。", cancellationToken);
    }

    // What is open comes first; an answer that comes again, or after the waiting was given up, is joined to it too.
    private async Task<(Document Matter, AwaitsFields Awaits)?> FindAsync(string number, string sender, CancellationToken cancellationToken)
    {
        foreach (var procedure in (await procedures.DeclaredAsync(cancellationToken)).Where(procedure => procedure.Awaits is not null))
        {
            var (id, awaits) = (procedure.Id, procedure.Awaits!);
            var found = await data.MatterValues.Where(value => value.ProcedureId == id && value.Key == awaits.Number && value.Text == number)
                .Join(data.MatterValues.Where(value => value.Key == awaits.From), value => value.DocumentId, from => from.DocumentId, (_, from) => from)
                .Join(data.Documents.Where(matter => matter.State != DocumentState.Void), from => from.DocumentId, matter => matter.Id, (from, matter) => new { From = from.Text, Matter = matter })
                .ToListAsync(cancellationToken);
            // 市财政局 and 云河市财政局 are the same.
            var ofSender = found.Where(row => row.From.EndsWith(sender, StringComparison.Ordinal) || sender.EndsWith(row.From, StringComparison.Ordinal))
                .OrderBy(row => row.Matter.State == DocumentState.Archived).ThenBy(row => row.Matter.CreatedAt).ToList();
            if (sender.Length > 0 && ofSender.Count > 0)
                return (ofSender[0].Matter, awaits);
        }

        return null;
    }

    // Nothing is born from what was born from it.
    private async Task<bool> IsAboveAsync(Document reply, Document waiting, CancellationToken cancellationToken)
    {
        for (var above = waiting; above is not null; above = above.BornFromId is { } id ? await data.Documents.FindAsync([id], cancellationToken) : null)
        {
            if (above.Id == reply.Id)
                return true;
        }

        return false;
    }

    private async Task CloseAsync(Document waiting, string came, CancellationToken cancellationToken)
    {
        var item = await data.WorkItems.Include(row => row.Seats).Include(row => row.Document).Where(row => row.DocumentId == waiting.Id && row.ClosedAt == null)
            .OrderBy(row => row.OpenedAt).FirstOrDefaultAsync(cancellationToken);
        if (item is null)
            return;
        closing.Close(item, StepOutcomes.Forward(item));
        events.Add(ActRecord.On(await texts.CurrentAsync(waiting, cancellationToken), item.Outcome!) with { StepName = item.StepName, Opinion = $"收到{came}（系统核销）" });
        await followers.TellAsync(item, waiting, null, cancellationToken);
    }
}
