using System.Globalization;
using DocFlow.Documents.Papers;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.People;
using DocFlow.Office.Procedures;
using DocFlow.Office.Queries;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.ProcedureRegisters;

/// <inheritdoc />
internal sealed class ProcedureRegister(
    IOfficeData data, ProcedureCatalog catalog, DocumentAccess access, OfficeDirectory directory, CoveredPairs pairs, OfficeSettings settings, OfficeClock clock) : IProcedureRegister
{
    // A page of the printed table or a sheet beyond this is of no use to anybody, and would take the server's memory.
    private const int MostExported = 20_000;
    private const int MostPrinted = 2_000;
    private const int Chunk = 500;

    public async Task<RegisterPage> ReadAsync(string personId, string procedureId, RegisterQuery query, int page, int size, CancellationToken cancellationToken = default)
    {
        var view = await ViewAsync(personId, procedureId, cancellationToken);
        var matters = await MattersAsync(personId, view, query, cancellationToken);
        var total = await matters.CountAsync(cancellationToken);
        var skip = Paging.Skip(page, size);
        return await PageAsync(view, matters, query, total, skip, size, cancellationToken);
    }

    public Task<RegisterPage> ReadAllAsync(string personId, string procedureId, RegisterQuery query, CancellationToken cancellationToken = default) =>
        ReadAllAsync(personId, procedureId, query, MostExported, "导出", cancellationToken);

    public async Task<Paper> PrintAsync(string personId, string procedureId, RegisterQuery query, CancellationToken cancellationToken = default)
    {
        var all = await ReadAllAsync(personId, procedureId, query, MostPrinted, "打印", cancellationToken);
        var view = await ViewAsync(personId, procedureId, cancellationToken);
        return RegisterPaper.Of(
            all, view.Procedure.Register!.Columns, await OfficeNameAsync(cancellationToken), query.Period is { Length: > 0 } period ? PeriodRange.Read(period, view.Calendar).Words : null,
            view.Calendar.DayOf(clock.Now));
    }

    public async Task<RegisterMatrix?> ReadMatrixAsync(string personId, string procedureId, string? period, CancellationToken cancellationToken = default)
    {
        var view = await ViewAsync(personId, procedureId, cancellationToken);
        if (view.Procedure.Matrix is not { } matrix)
            return null;
        var matters = await MattersAsync(personId, view, new RegisterQuery { Period = period }, cancellationToken);
        return await new MatrixReader(data, view.Procedure, matrix, view.Calendar, view.Lights).ReadAsync(matters, cancellationToken);
    }

    public async Task<CoverageReading?> ReadCoverageAsync(string personId, string procedureId, string? period, CancellationToken cancellationToken = default)
    {
        var view = await ViewAsync(personId, procedureId, cancellationToken);
        if (view.Procedure.Coverage is not { } coverage)
            return null;
        period = string.IsNullOrEmpty(period) ? PeriodRange.NameOf(view.Calendar.DayOf(view.Now), view.Procedure.Register!.Period) : period;
        var rows = await pairs.OfAsync(view.Procedure, period, cancellationToken);
        if (!view.ReadsAll)
            rows = [.. rows.Where(row => row.WhoId == personId || row.WhomId == personId)];
        return new CoverageReading(period, PeriodRange.Read(period, view.Calendar).Words, coverage.Alert, rows, rows.Count(row => row.On is not null));
    }

    private async Task<RegisterPage> ReadAllAsync(string personId, string procedureId, RegisterQuery query, int most, string what, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(personId, procedureId, cancellationToken);
        var matters = await MattersAsync(personId, view, query, cancellationToken);
        var total = await matters.CountAsync(cancellationToken);
        if (total > most)
            throw RefusalException.Invalid(string.Create(CultureInfo.InvariantCulture, $"共{total}件，超过一次{what}的上限{most}件。请按时期或其他条件筛选后再{what}。"));
        var pages = new List<RegisterPage>();
        for (var skip = 0; skip == 0 || skip < total; skip += Chunk)
            pages.Add(await PageAsync(view, matters, query, total, skip, Chunk, cancellationToken));
        return pages[0] with { Rows = [.. pages.SelectMany(page => page.Rows)] };
    }

    private async Task<RegisterPage> PageAsync(
        RegisterView view, IQueryable<Document> matters, RegisterQuery query, int total, int skip, int size, CancellationToken cancellationToken)
    {
        var (procedure, of) = (view.Procedure, new RegisterMatters(data, view.Procedure, view.Calendar, view.Lights, view.Now));
        // Only the rows of the page are read whole, not those before it.
        var ids = await of.OrderedIds(matters, query.Sort, query.IsDescending).Skip(skip).Take(size).ToListAsync(cancellationToken);
        var cells = ids.Count == 0
            ? []
            : await new RegisterCells(data, procedure, view.Calendar, view.Lights).OfAsync(await RowsAsync(ids, cancellationToken), skip + 1, cancellationToken);
        var sums = new RegisterSums(data, procedure, of, view.ReadsAll && query.IsUnnarrowed);
        return new RegisterPage(
            procedure.Id, procedure.Register!.Name, [.. procedure.Register.Columns.Select(column => Head(of, procedure, column))], cells, total,
            await sums.TotalsAsync(matters, cancellationToken),
            query.Group is { Length: > 0 } group ? await sums.GroupsAsync(matters, group, cancellationToken) : []) { Help = procedure.Help };
    }

    private async Task<List<Document>> RowsAsync(List<string> ids, CancellationToken cancellationToken)
    {
        var rows = await data.Documents.AsNoTracking().Include(matter => matter.Drafter).Include(matter => matter.DrafterUnit)
            .Where(matter => ids.Contains(matter.Id)).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(matter => ids.IndexOf(matter.Id))];
    }

    private async Task<RegisterView> ViewAsync(string personId, string procedureId, CancellationToken cancellationToken)
    {
        var procedure = await catalog.RequireAsync(procedureId, cancellationToken);
        if (procedure.Register is null)
            throw RefusalException.NotFound("这个台账");
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var now = clock.Now;
        var posts = (await directory.InForce().Where(appointment => appointment.PersonId == personId).ToListAsync(cancellationToken)).ConvertAll(appointment => appointment.Post!);
        return new RegisterView(procedure, calendar, now, new Lights(calendar, now, procedure.YellowWorkingDays), Audience.Includes(procedure.Readers, posts));
    }

    private async Task<IQueryable<Document>> MattersAsync(string personId, RegisterView view, RegisterQuery query, CancellationToken cancellationToken)
    {
        // Whoever reads them all isn't asked about each. What has a procedure was sent into it.
        var source = view.ReadsAll ? data.Documents : await access.InsideAsync(personId, cancellationToken);
        var all = source.AsNoTracking().Where(matter => matter.ProcedureId == view.Procedure.Id);
        return new RegisterMatters(data, view.Procedure, view.Calendar, view.Lights, view.Now).Where(all, query);
    }

    private async Task<bool> IsReaderAsync(string personId, Procedure procedure, CancellationToken cancellationToken) => Audience.Includes(
        procedure.Readers, (await directory.InForce().Where(appointment => appointment.PersonId == personId).ToListAsync(cancellationToken)).ConvertAll(appointment => appointment.Post!));

    private async Task<string> OfficeNameAsync(CancellationToken cancellationToken) =>
        await data.Units.Where(unit => unit.Kind == UnitKind.Office).OrderBy(unit => unit.Order).Select(unit => unit.Name).FirstOrDefaultAsync(cancellationToken) ?? "";

    private static RegisterHead Head(RegisterMatters matters, Procedure procedure, RegisterColumn column)
    {
        var field = column.Source == ColumnSource.Field ? procedure.Find(column.Name) : null;
        IReadOnlyList<string> options = (column.Source, column.Name) switch
        {
            (ColumnSource.Field, _) => field!.IsRestricted ? [] : field.Options,
            (ColumnSource.Matter, "state") => RegisterMatters.States,
            (ColumnSource.Matter, "light") => RegisterMatters.LightWords,
            _ => [],
        };
        return new RegisterHead(column.Title, column.From, matters.CanSort(column), field?.Type == FieldType.Number || column.From == "ordinal", column.Width, options);
    }

    private sealed record RegisterView(Procedure Procedure, WorkingCalendar Calendar, DateTimeOffset Now, Lights Lights, bool ReadsAll);
}
