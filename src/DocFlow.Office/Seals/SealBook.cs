using System.Globalization;
using System.Text;
using DocFlow.Documents.Papers;
using DocFlow.Office.Desks;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.Papers;
using DocFlow.Office.Queries;
using DocFlow.Office.Registers;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Seals;

/// <inheritdoc />
internal sealed class SealBook(IOfficeData data, ISealDesk seals, DocumentAccess access, DocumentText texts, OfficeSettings settings, OfficeClock clock) : ISealBook
{
    private const int MostWords = 100;
    private const int MostDays = 3 * 366;
    private const int MostPrinted = 2000;

    private static readonly double[] Columns = [9, 24, 41, 35, 24, 11, 22, 22, 22];

    public async Task<Paged<SealBookRow>> ReadAsync(string personId, SealBookQuery query, int page, int size, CancellationToken cancellationToken = default)
    {
        var records = await RecordsAsync(personId, query, cancellationToken);
        var total = await records.CountAsync(cancellationToken);
        var skip = Paging.Skip(page, size);
        // Ids are in order of time.
        var rows = await records.OrderByDescending(record => record.Id).Skip(skip).Take(size).ToListAsync(cancellationToken);
        return new Paged<SealBookRow>(await RowsAsync(personId, rows, index => total - skip - index, cancellationToken), total);
    }

    public async Task<Paper> PrintAsync(string personId, SealBookQuery query, CancellationToken cancellationToken = default)
    {
        var records = await (await RecordsAsync(personId, query, cancellationToken)).OrderBy(record => record.Id).Take(MostPrinted + 1).ToListAsync(cancellationToken);
        if (records.Count > MostPrinted)
            throw RefusalException.Invalid($"这段时间的用印超过{MostPrinted}次，一张表打印不下，请缩短时间再打印。");
        var rows = await RowsAsync(personId, records, index => index + 1, cancellationToken);
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        return new Paper
        {
            Title = "用印登记簿",
            Issuer = "办公室",
            LeftNote = $"{Shown(query.From)}至{Shown(query.To)}，共{rows.Count}次",
            RightNote = calendar.Print(clock.Now),
            Columns = Columns,
            Rows = [PaperRow.Head("序号", "用印时间", "文号", "标题", "印章", "份数", "申请人", "批准人", "监印人"), .. rows.Select(row => Row(row, calendar))],
        };
    }

    private async Task<IQueryable<SealRecord>> RecordsAsync(string personId, SealBookQuery query, CancellationToken cancellationToken)
    {
        PlainText.Require(query.Words, "查找的文字", MostWords);
        if (query.To < query.From || query.To.DayNumber - query.From.DayNumber > MostDays)
            throw RefusalException.Invalid("起止日期不对：止日须不早于起日，一次最多查三年。");
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var (from, to) = (OfficeId.Least(calendar.StartOf(query.From)), OfficeId.Least(calendar.StartOf(query.To.AddDays(1))));
        var records = data.SealRecords.AsNoTracking().Where(record => string.Compare(record.Id, from) >= 0 && string.Compare(record.Id, to) < 0);
        if (!await seals.IsKeeperAsync(personId, cancellationToken))
        {
            var readable = await access.InsideAsync(personId, cancellationToken);
            records = records.Where(record => readable.Any(document => document.Id == record.DocumentId));
        }

        return query.Words?.Trim() is { Length: > 0 } words
            ? records.Where(record => data.Documents.Any(document => document.Id == record.DocumentId && (document.Title.Contains(words) || document.Number!.Contains(words)))
                || data.People.Any(person => (person.Id == record.SealedById || person.Id == record.RequestedById) && person.Name.Contains(words)))
            : records;
    }

    // In as many questions for a page as for one row.
    private async Task<IReadOnlyList<SealBookRow>> RowsAsync(string personId, List<SealRecord> records, Func<int, int> ordinal, CancellationToken cancellationToken)
    {
        if (records.Count == 0)
            return [];
        List<string> ids = [.. records.Select(record => record.DocumentId).Distinct()];
        var documents = await data.Documents.AsNoTracking().Where(document => ids.Contains(document.Id)).ToDictionaryAsync(document => document.Id, cancellationToken);
        List<string> involved = [.. records.Select(record => record.SealedById).Concat(records.Select(record => record.RequestedById).OfType<string>()).Distinct()];
        var people = await data.People.Where(person => involved.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        var openable = await access.OpenableAsync(personId, ids, cancellationToken);
        var papers = records.Where(record => documents[record.DocumentId].IsMatter).ToDictionary(record => record.Id, record => PaperSealing.ReadKey(record.Key));
        List<string> paperKeys = [.. records.Where(record => papers.ContainsKey(record.Id)).Select(record => NumberCounters.KeyOf(record.DocumentId, papers[record.Id].Name))];
        var numbers = paperKeys.Count == 0
            ? []
            : await data.IssuedNumbers.AsNoTracking().Where(number => paperKeys.Contains(number.Key)).ToDictionaryAsync(number => number.Key, number => number.Text, cancellationToken);
        // Whoever signed what was sealed then: a signature may have been voided and given anew since.
        var sign = StepOutcomes.Forward(StepKind.Sign);
        var signatures = (await data.Events.AsNoTracking().Where(act => ids.Contains(act.DocumentId!) && act.Act == sign).OrderBy(act => act.Sequence)
            .Select(act => new { act.DocumentId, act.At, act.ActorName }).ToListAsync(cancellationToken)).ToLookup(act => act.DocumentId!);
        var hashes = records.ConvertAll(record => record.ContentHash);
        var sources = (await data.DocumentVersions.AsNoTracking().Where(version => ids.Contains(version.DocumentId) && hashes.Contains(version.ContentHash))
            .Select(version => new { version.DocumentId, version.ContentHash, version.SourceText }).ToListAsync(cancellationToken)).ToLookup(version => (version.DocumentId, version.ContentHash), version => version.SourceText);
        var rows = new List<SealBookRow>();
        foreach (var (index, record) in records.Index())
        {
            var document = documents[record.DocumentId];
            var paper = document.IsMatter ? papers[record.Id] : default;
            // What a matter's document says lies in its file.
            var source = document.IsMatter ? await PaperAsync(paper.FileHash, cancellationToken) : sources[(record.DocumentId, record.ContentHash)].FirstOrDefault();
            rows.Add(new SealBookRow(
                ordinal(index), record.DocumentId, openable.Contains(record.DocumentId), record.At,
                document.IsMatter ? numbers.GetValueOrDefault(NumberCounters.KeyOf(document.Id, paper.Name)) ?? document.Number : document.Number,
                document.IsMatter ? $"{document.Title}（{paper.Name}）" : document.Title,
                source is null ? [] : DocumentText.Elements(source)?.Signatories ?? [],
                record.Copies, NameOf(record.RequestedById), signatures[record.DocumentId].LastOrDefault(act => act.At <= record.At)?.ActorName, NameOf(record.SealedById) ?? ""));
        }

        return rows;

        string? NameOf(string? id) => id is null ? null : people.GetValueOrDefault(id);
    }

    // A file that is lost must not hide the register.
    private async Task<string?> PaperAsync(string hash, CancellationToken cancellationToken)
    {
        try
        {
            return Encoding.UTF8.GetString(await texts.BytesAsync(hash, cancellationToken));
        }
        catch (RefusalException)
        {
            return null;
        }
    }

    private static PaperRow Row(SealBookRow row, WorkingCalendar calendar) => new(
    [
        PaperCell.Of(row.Ordinal.ToString(CultureInfo.InvariantCulture), PaperSide.Middle),
        new PaperCell([new(calendar.Print(row.At), PaperSide.Middle), new(TimeZoneInfo.ConvertTime(row.At, calendar.Zone).ToString("HH:mm", CultureInfo.InvariantCulture), PaperSide.Middle)]),
        new PaperCell(NumberOf(row.Number)),
        PaperCell.Of(row.Title),
        new PaperCell(row.Organs.Count == 0 ? [new("")] : [.. row.Organs.Select(organ => new PaperText(organ, PaperSide.Middle))]),
        PaperCell.Of(row.Copies.ToString(CultureInfo.InvariantCulture), PaperSide.Middle),
        PaperCell.Of(row.AskedByName, PaperSide.Middle),
        PaperCell.Of(row.ApprovedByName, PaperSide.Middle),
        PaperCell.Of(row.SealedByName, PaperSide.Middle),
    ]);

    // A number isn't broken by itself: where it is longer than its column, it goes on with its year.
    private static PaperText[] NumberOf(string? number) => number?.IndexOf('〔', StringComparison.Ordinal) is > 0 and var year
        ? [new(number[..year], PaperSide.Middle), new(number[year..], PaperSide.Middle)]
        : [new(number ?? "", PaperSide.Middle)];

    private static string Shown(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");
}
