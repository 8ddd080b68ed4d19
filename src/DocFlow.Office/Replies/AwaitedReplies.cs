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
    IOfficeData data, ProcedureCatalog catalog, IProcedures procedures, DocumentText texts, MatterVersions versions, MatterBirth birth, Recipients recipients, IMatterFields fields, StepClosing closing,
    IPassingRound passing, NoticeWriter notices, FollowerNotices followers, OfficeSettings settings, EventLog events, OfficeClock clock) : IAwaitedReplies
{
    private const string Letter = "函";
    private const string Taking = "核销待复";

    public async Task AwaitAsync(string documentId, string stepKey, string procedureId, CancellationToken cancellationToken = default)
    {
        var letter = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这份公文");
        if (letter.IsMatter || letter.Kind != Letter || letter.Number is null)
            return;
        var version = await texts.CurrentAsync(letter, cancellationToken);
        var body = SourceBody.Of(version.SourceText);
        if (!ReplyRequest.Asks(letter.Title, body))
            return;
        try
        {
            await BeginAsync(letter, version.SourceText, body, stepKey, procedureId, cancellationToken);
        }
        catch (RefusalException refusal)
        {
            // The letter is on its way: what only waits for its answer doesn't call it back.
            events.Add(ActRecord.On(version, "登记待复") with { Opinion = $"没有登记待复函件：{refusal.Message}" });
            await notices.TellAsync([letter.DrafterId], NoticeKind.Reply, $"await/{documentId}/{stepKey}", $"《{letter.Title}》请对方复函，但没有登记待复函件：{refusal.Message}", documentId, null, cancellationToken);
        }
    }

    public async Task TakeAsync(string matterId, string stepKey, string numberField, CancellationToken cancellationToken = default)
    {
        var reply = await data.Documents.FindAsync([matterId], cancellationToken) ?? throw RefusalException.NotFound("这个事项");
        if (await catalog.FindAsync(reply.ProcedureId, cancellationToken) is not { Incoming: { } incoming } procedure || procedure.Find(numberField) is not { Type: FieldType.Text, IsRestricted: false })
            throw RefusalException.Invalid($"《{reply.Title}》的流程没有写明来文（incoming），或没有不限阅的单行文字字段“{numberField}”，不能核销待复函件。请改正流程后重试。");
        var version = await texts.CurrentAsync(reply, cancellationToken);
        var values = MatterValues.Read(version.SourceText);
        if (ReplyNumber.Of(values.GetValueOrDefault(numberField)) is not { } number || await IsTakenAsync(matterId, number, cancellationToken))
            return;
        var sender = values.GetValueOrDefault(incoming.Sender, "");
        if (await FindAsync(number, sender, cancellationToken) is not var (waiting, awaits) || await IsAboveAsync(reply, waiting, cancellationToken))
        {
            events.Add(ActRecord.On(version, Taking) with { Opinion = $"没有等待“{sender}”答复{number}的函件，未核销；请核对来文单位和答复文号" });
            await notices.TellAsync([reply.DrafterId], NoticeKind.Reply, $"reply/{matterId}/{number}", $"《{reply.Title}》写明答复{number}，但没有等待“{sender}”答复它的函件，未核销。", matterId, null, cancellationToken);
            return;
        }

        await JoinAsync(reply, waiting, cancellationToken);
        var came = ReplyNumber.Said(sender, values.GetValueOrDefault(incoming.Number), reply.Number);
        var isClosed = await CloseAsync(waiting, awaits, came, cancellationToken);
        events.Add(ActRecord.On(version, Taking) with { Opinion = Taken(number) });
        await notices.TellAsync(
            [waiting.DrafterId], NoticeKind.Reply, $"reply/{matterId}/{waiting.Id}", $"《{waiting.Title}》（{number}）已收到复函：{came}。{(isClosed ? "" : "待复函件没有自动办结，请您办结。")}", matterId, null, cancellationToken);
        var login = await data.People.Where(person => person.Id == waiting.DrafterId).Select(person => person.Login).SingleAsync(cancellationToken);
        await passing.SendAsync(matterId, $"{stepKey}/{waiting.Id}", $"person:{login}", $"答复您发出的{number}，请阅。", cancellationToken);
    }

    private async Task BeginAsync(Document letter, string source, string body, string stepKey, string procedureId, CancellationToken cancellationToken)
    {
        if (await catalog.FindAsync(procedureId, cancellationToken) is not { HasForm: true, Awaits: { } awaits } procedure)
            throw RefusalException.Invalid($"没有已发布的、写明等待什么（awaits）的流程“{procedureId}”。");
        var sent = (await settings.ReadCalendarAsync(cancellationToken)).DayOf(clock.Now);
        foreach (var (from, order) in (await recipients.OfAsync(source, cancellationToken)).Where(recipient => !recipient.IsCopy).Select((recipient, order) => (recipient.Name, order)))
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{letter.Id}/{stepKey}/{order}");
            if (data.Documents.Local.Any(row => row.CreationKey == key) || await data.Documents.AnyAsync(row => row.CreationKey == key, cancellationToken))
                continue;
            var given = new Dictionary<string, string?>
            {
                [procedure.TitleField!] = Fitting(procedure, procedure.TitleField!, letter.Title), [awaits.Number] = letter.Number, [awaits.From] = Fitting(procedure, awaits.From, from),
            };
            if (awaits.By is { } by && ReplyRequest.Day(body, sent) is { } day)
                given[by] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var values = await versions.CheckAsync(procedure, procedure.Form, new MatterForm(given), new Dictionary<string, string>(), procedure.Form, cancellationToken);
            await birth.AddAsync(procedure, new MatterParents(letter.DrafterId, letter), values, null, key, cancellationToken);
        }
    }

    private static string Fitting(Procedure procedure, string key, string text) => procedure.Find(key)?.MaxLength is { } most && text.Length > most ? text[..most] : text;

    private static string Taken(string number) => $"答复{number}，已核销";

    // The step comes again after a return; only another number is looked for then.
    private async Task<bool> IsTakenAsync(string matterId, string number, CancellationToken cancellationToken)
    {
        var taken = Taken(number);
        return await data.Events.AnyAsync(row => row.DocumentId == matterId && row.Act == Taking && row.Opinion == taken, cancellationToken);
    }

    // Only what waits for whoever sent the letter: anybody may register that they wait, and would be shown the answer. What is open comes first.
    private async Task<(Document Matter, AwaitsFields Awaits)?> FindAsync(string number, string sender, CancellationToken cancellationToken)
    {
        foreach (var procedure in (await procedures.DeclaredAsync(cancellationToken)).Where(procedure => procedure.Awaits is not null))
        {
            var (id, awaits) = (procedure.Id, procedure.Awaits!);
            var found = await data.Documents.Where(letter => letter.Number == number && !letter.IsMatter)
                .Join(data.Documents.Where(matter => matter.ProcedureId == id && matter.State != DocumentState.Void), letter => letter.Id, matter => matter.BornFromId, (letter, matter) => new { letter.DrafterId, Matter = matter })
                .Where(row => row.Matter.DrafterId == row.DrafterId)
                .Join(data.MatterValues.Where(value => value.Key == awaits.From), row => row.Matter.Id, value => value.DocumentId, (row, value) => new { row.Matter, From = value.Text })
                .ToListAsync(cancellationToken);
            var named = found.Where(row => row.From == sender).OrderBy(row => row.Matter.State == DocumentState.Archived).ThenBy(row => row.Matter.CreatedAt).ToList();
            // 云河市财政局 is 市财政局, unless that could be another one too.
            var alike = found.Where(row => sender.Length > 0 && (row.From.EndsWith(sender, StringComparison.Ordinal) || sender.EndsWith(row.From, StringComparison.Ordinal))).ToList();
            if (named.Count > 0 || alike.Count == 1)
                return ((named.Count > 0 ? named : alike)[0].Matter, awaits);
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

    // A number that was corrected leads from one letter to another; whatever else the answer came of stays.
    private async Task JoinAsync(Document reply, Document waiting, CancellationToken cancellationToken)
    {
        var before = reply.BornFromId is { } id ? await data.Documents.FindAsync([id], cancellationToken) : null;
        if (before is null)
        {
            reply.BornFromId = waiting.Id;
        }
        else if (before.Id != waiting.Id && (await catalog.FindAsync(before.ProcedureId, cancellationToken))?.Awaits is not null)
        {
            reply.BornFromId = waiting.Id;
            await notices.TellAsync([before.DrafterId], NoticeKind.Reply, $"reply/{reply.Id}/{before.Id}/corrected", $"《{reply.Title}》登记有误，不是答复《{before.Title}》；还要等待答复的，请重新登记待复函件。", before.Id, null, cancellationToken);
        }
    }

    /// <returns>Whether nothing waits any more.</returns>
    private async Task<bool> CloseAsync(Document waiting, AwaitsFields awaits, string came, CancellationToken cancellationToken)
    {
        if (waiting.State == DocumentState.Archived)
            return true;
        await fields.SetAsync(waiting.Id, awaits.Reply, came, cancellationToken);
        var item = await data.WorkItems.Include(row => row.Seats).Include(row => row.Document).Where(row => row.DocumentId == waiting.Id && row.ClosedAt == null)
            .OrderBy(row => row.OpenedAt).FirstOrDefaultAsync(cancellationToken);
        if (item is null)
            return false;
        closing.Close(item, StepOutcomes.Forward(item));
        events.Add(ActRecord.On(await texts.CurrentAsync(waiting, cancellationToken), item.Outcome!) with { StepName = item.StepName, Opinion = $"收到{came}（系统核销）" });
        await followers.TellAsync(item, waiting, null, cancellationToken);
        return true;
    }
}
