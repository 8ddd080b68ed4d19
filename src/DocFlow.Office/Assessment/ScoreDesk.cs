using System.Globalization;
using DocFlow.Documents.Papers;
using DocFlow.Office.Assessment.Formulas;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Events;
using DocFlow.Office.People;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Assessment;

/// <inheritdoc />
internal sealed class ScoreDesk(
    IOfficeData data, FreshRows rows, FormulaBook book, ScoreMeasures measures, ScoreRights rights, Scoring scoring, ScoreReader reader, OfficeDirectory directory, OfficeSettings settings,
    EventLog events, OfficeClock clock) : IScoreDesk
{
    public Task<IReadOnlyList<ScoreMeasure>> MeasuresAsync(CancellationToken cancellationToken = default) => measures.ListAsync(cancellationToken);

    public Task<IReadOnlyList<FormulaVersion>> FormulasAsync(CancellationToken cancellationToken = default) => book.VersionsAsync(cancellationToken);

    public Task<FormulaVersion> AddFormulaAsync(string actorId, string from, IReadOnlyList<ScoreLine> lines, string? note, bool tryOnly, CancellationToken cancellationToken = default) =>
        book.AddAsync(actorId, from, lines, note, tryOnly, cancellationToken);

    public Task WithdrawFormulaAsync(string actorId, int number, CancellationToken cancellationToken = default) => book.WithdrawAsync(actorId, number, cancellationToken);

    public Task<bool> IsAssessorAsync(string personId, CancellationToken cancellationToken = default) => rights.IsAssessorAsync(personId, cancellationToken);

    public Task<IReadOnlyList<string>> PeriodsAsync(string personId, CancellationToken cancellationToken = default) => reader.PeriodsAsync(personId, cancellationToken);

    public Task<ScoreTable> ReadTableAsync(string personId, string period, CancellationToken cancellationToken = default) => reader.TableAsync(personId, period, cancellationToken);

    public async Task<Paper> PrintTableAsync(string personId, string period, CancellationToken cancellationToken = default)
    {
        var post = await directory.OwnPostAsync(personId, cancellationToken);
        var office = await data.Units.Where(unit => unit.Kind == UnitKind.Office).Select(unit => unit.Name).FirstOrDefaultAsync(cancellationToken);
        return ScorePaper.Of(await reader.TableAsync(personId, period, cancellationToken), office ?? post.Unit!.Name, (await settings.ReadCalendarAsync(cancellationToken)).DayOf(clock.Now));
    }

    public async Task<ScoreTable> ComputeAsync(string actorId, string period, IReadOnlyList<string> people, CancellationToken cancellationToken = default)
    {
        await rows.ActAsync(async () =>
        {
            await rights.RequireAssessorAsync(actorId, "评分", cancellationToken);
            var sheets = await scoring.ComputeAsync(period, people, new ScoringOrder(null, actorId, null), cancellationToken);
            events.Add(new ActRecord("考核评分")
            {
                Actor = await directory.PersonAsync(actorId, cancellationToken),
                Detail = new Dictionary<string, string> { ["月份"] = period, ["人数"] = sheets.Count.ToString(CultureInfo.InvariantCulture) },
            });
            await data.SaveChangesAsync(cancellationToken);
        });
        return await reader.TableAsync(actorId, period, cancellationToken);
    }

    public async Task<ScoreReading> ReadAsync(string personId, string period, string ofPersonId, CancellationToken cancellationToken = default)
    {
        var sheet = await CurrentAsync(period, ofPersonId, cancellationToken);
        var maySee = await rights.MaySeeAsync(personId, ofPersonId, sheet.UnitId, cancellationToken);
        await rows.ActAsync(async () =>
        {
            var of = await directory.PersonAsync(ofPersonId, cancellationToken);
            events.Add(new ActRecord(maySee ? "查看考核得分" : "查看考核得分被拒")
            {
                Actor = await directory.PersonAsync(personId, cancellationToken), Detail = new Dictionary<string, string> { ["月份"] = period, ["考核对象"] = of.Name },
            });
            await data.SaveChangesAsync(cancellationToken);
        });
        return maySee
            ? await reader.SheetAsync(personId, sheet, cancellationToken)
            : throw RefusalException.Forbidden("考核得分只供本人、所在单位负责人和考核人员查看。这次查看已被拒绝并记录。");
    }

    public Task<ScoreChange> CorrectAsync(string actorId, string period, string ofPersonId, string eventId, string measure, string reason, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        await rights.RequireAssessorAsync(actorId, "更正考核记录", cancellationToken);
        if (actorId == ofPersonId)
            throw RefusalException.Forbidden("不能更正自己的考核记录，请由其他考核人员办理。");
        AnswerRules.RequireReason(reason, "更正理由");
        if (reason.Trim().Length > ScoreCorrection.MostReason)
            throw RefusalException.Invalid($"更正理由超过{ScoreCorrection.MostReason}字。");
        var before = await CurrentAsync(period, ofPersonId, cancellationToken);
        if (!before.Entries.Exists(entry => entry.EventId == eventId && entry.Measure == measure))
            throw RefusalException.NotFound("这条考核记录");
        data.ScoreCorrections.Add(new ScoreCorrection
        {
            Id = OfficeId.New(clock.Now), Period = period, PersonId = ofPersonId, EventId = eventId, Measure = measure, Reason = reason.Trim(), ById = actorId, At = clock.Now,
        });
        var after = (await scoring.ComputeAsync(period, [ofPersonId], new ScoringOrder(reason.Trim(), actorId, null), cancellationToken))[0];
        var of = await directory.PersonAsync(ofPersonId, cancellationToken);
        events.Add(new ActRecord("更正考核记录")
        {
            Actor = await directory.PersonAsync(actorId, cancellationToken),
            Opinion = reason.Trim(),
            Detail = new Dictionary<string, string>
            {
                ["月份"] = period, ["考核对象"] = of.Name, ["指标"] = measure, ["记录"] = eventId, ["更正前"] = ScoreReader.Show(before.Total), ["更正后"] = ScoreReader.Show(after.Total),
            },
        });
        await data.SaveChangesAsync(cancellationToken);
        var (was, now) = (Scoring.LinesOf(before), Scoring.LinesOf(after));
        return new ScoreChange(ScoreReader.RevisionOf(before), ScoreReader.RevisionOf(after), [.. was.Join(now, line => line.Key, line => line.Key, (one, other) => new ScoreLineChange(one.Key, one.Value, other.Value)).Where(line => line.Before != line.After)]);
    });

    public Task<ILookup<string, DocumentScore>> OfDocumentsAsync(string personId, IReadOnlyCollection<string> documentIds, CancellationToken cancellationToken = default) =>
        reader.OfDocumentsAsync(personId, documentIds, cancellationToken);

    private async Task<ScoreSheet> CurrentAsync(string period, string personId, CancellationToken cancellationToken) =>
        await data.ScoreSheets.Include(sheet => sheet.Entries).SingleOrDefaultAsync(sheet => sheet.Period == period && sheet.PersonId == personId && sheet.IsCurrent, cancellationToken)
            ?? throw RefusalException.NotFound("这个月的考核得分");
}
