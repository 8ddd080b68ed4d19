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
    IOfficeData data, ProcedureCatalog catalog, DocumentAccess access, MatterNames names, OfficeDirectory directory, CoveredPairs pairs, OfficeSettings settings, OfficeClock clock) : IProcedureRegister
{
    // A page of the printed table or a sheet beyond this is of no use to anybody, and would take the server's memory.
    private const int MostExported = 20_000;
    private const int MostPrinted = 2_000;
    private const int Chunk = 500;

    public async Task<RegisterPage> ReadAsync(string personId, string procedureId, RegisterQuery query, int page, int size, CancellationToken cancellationToken = default)
    {
        var view = await ViewAsync(personId, procedureId, cancellationToken);
        if (query.At is not null)
            return await AtMomentAsync(view, query, Paging.Skip(page, size), size, cancellationToken);
        var found = await FindAsync(personId, view, query, cancellationToken);
        var groups = await GroupsAsync(found, query, cancellationToken);
        return await PageAsync(view, found, query, Paging.Skip(page, size), size, cancellationToken) with { Totals = await found.Sums.TotalsAsync(groups, cancellationToken), Groups = groups };
    }

    public Task<RegisterPage> ReadAllAsync(string personId, string procedureId, RegisterQuery query, CancellationToken cancellationToken = default) =>
        ReadAllAsync(personId, procedureId, query, MostExported, "导出", cancellationToken);

    public async Task<Paper> PrintAsync(string personId, string procedureId, RegisterQuery query, CancellationToken cancellationToken = default)
    {
        var all = await ReadAllAsync(personId, procedureId, query, MostPrinted, "打印", cancellationToken);
        var view = await ViewAsync(personId, procedureId, cancellationToken);
        return RegisterPaper.Of(
            all, Shown(view.Procedure, query), await OfficeNameAsync(cancellationToken), query.Period is { Length: > 0 } period ? PeriodRange.Read(period, view.Calendar).Words : null,
            view.Calendar.DayOf(query.At ?? clock.Now));
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
        if (query.At is not null)
        {
            var whole = await AtMomentAsync(view, query, 0, most, cancellationToken);
            return whole.Total > most ? throw TooMany(whole.Total, most, what) : whole;
        }

        var found = await FindAsync(personId, view, query, cancellationToken);
        if (found.Finding.Total > most)
            throw TooMany(found.Finding.Total, most, what);
        var pages = new List<RegisterPage>();
        for (var skip = 0; skip == 0 || skip < found.Finding.Total; skip += Chunk)
            pages.Add(await PageAsync(view, found, query, skip, Chunk, cancellationToken));
        var groups = await GroupsAsync(found, query, cancellationToken);
        return pages[0] with { Rows = [.. pages.SelectMany(page => page.Rows)], Totals = await found.Sums.TotalsAsync(groups, cancellationToken), Groups = groups };
    }

    private static RefusalException TooMany(int total, int most, string what) =>
        RefusalException.Invalid(string.Create(CultureInfo.InvariantCulture, $"共{total}件，超过一次{what}的上限{most}件。请按时期或其他条件筛选后再{what}。"));

    // Read whole: the database holds what is now, and what was then is made out of it.
    private async Task<RegisterPage> AtMomentAsync(RegisterView view, RegisterQuery query, int skip, int size, CancellationToken cancellationToken)
    {
        var (procedure, all, at) = (view.Procedure, view.Procedure.Register!.Columns, query.At!.Value);
        if (at > view.Now)
            throw RefusalException.Invalid("截至时点还没有到。");
        var then = new RegisterAtMoment(data, names, procedure, view.Calendar, at);
        var (matters, values) = await then.ReadAsync(await MattersAsync(view.PersonId, view, new RegisterQuery { Period = query.Period }, cancellationToken), cancellationToken);
        var cells = new RegisterCells(data, procedure, all, view.Calendar, then.Lights, (ids, token) => access.OpenableAsync(view.PersonId, ids, token)) { Moment = (at, values) };
        var of = new RegisterMatters(data, procedure, view.Calendar, then.Lights, at);
        var memory = new RegisterInMemory(procedure, of, all);
        var found = memory.Select(await cells.OfAsync(matters, 1, cancellationToken), query);
        var shown = Shown(procedure, query).Select(column => all.ToList().IndexOf(column)).ToList();
        return new RegisterPage(
            procedure.Id, procedure.Register!.Name, [.. shown.Select(index => Head(of, procedure, all[index]))],
            [.. found.Skip(skip).Take(size).Select((row, index) => row with { Cells = [.. shown.Select(column => all[column].From == "ordinal" ? RegisterCells.Whole(skip + index + 1) : row.Cells[column])] })],
            found.Count, memory.Totals(found), query.Group is { Length: > 0 } group ? memory.Groups(found, group) : [])
        { Help = procedure.Help, AllColumns = [.. all.Select(column => Head(of, procedure, column))] };
    }

    private async Task<Found> FindAsync(string personId, RegisterView view, RegisterQuery query, CancellationToken cancellationToken)
    {
        var of = new RegisterMatters(data, view.Procedure, view.Calendar, view.Lights, view.Now);
        var finding = new RegisterFinding(data, view.Procedure, of, await MattersAsync(personId, view, query, cancellationToken), query, view.ReadsAll)
        {
            Own = view.ReadsAll ? null : await access.InsideIdsAsync(personId, view.Procedure.Id, cancellationToken),
        };
        await finding.LookAsync(cancellationToken);
        return new Found(of, finding, new RegisterSums(data, view.Procedure, of, finding));
    }

    private static async Task<IReadOnlyList<RegisterGroup>> GroupsAsync(Found found, RegisterQuery query, CancellationToken cancellationToken) =>
        query.Group is { Length: > 0 } group ? await found.Sums.GroupsAsync(group, cancellationToken) : [];

    private async Task<RegisterPage> PageAsync(RegisterView view, Found found, RegisterQuery query, int skip, int size, CancellationToken cancellationToken)
    {
        var (procedure, columns) = (view.Procedure, Shown(view.Procedure, query));
        // Only the rows of the page are read whole, not those before it.
        var ids = await found.Finding.PageAsync(skip, size, cancellationToken);
        var cells = ids.Count == 0
            ? []
            : await new RegisterCells(data, procedure, columns, view.Calendar, view.Lights, (ids, token) => access.OpenableAsync(view.PersonId, ids, token)).OfAsync(await RowsAsync(ids, cancellationToken), skip + 1, cancellationToken);
        return new RegisterPage(
            procedure.Id, procedure.Register!.Name, [.. columns.Select(column => Head(found.Of, procedure, column))], cells, found.Finding.Total,
            new Dictionary<string, decimal>(), []) { Help = procedure.Help, AllColumns = [.. procedure.Register.Columns.Select(column => Head(found.Of, procedure, column))] };
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
        return new RegisterView(personId, procedure, calendar, now, new Lights(calendar, now, procedure.YellowWorkingDays), Audience.Includes(procedure.Readers, posts));
    }

    private async Task<IQueryable<Document>> MattersAsync(string personId, RegisterView view, RegisterQuery query, CancellationToken cancellationToken)
    {
        // Whoever reads them all isn't asked about each. What has a procedure was sent into it.
        var of = new RegisterMatters(data, view.Procedure, view.Calendar, view.Lights, view.Now);
        return of.Where((view.ReadsAll ? of.Whole(query) : await access.InsideAsync(personId, view.Procedure.Id, cancellationToken)).AsNoTracking(), query);
    }

    private async Task<string> OfficeNameAsync(CancellationToken cancellationToken) =>
        await data.Units.Where(unit => unit.Kind == UnitKind.Office).OrderBy(unit => unit.Order).Select(unit => unit.Name).FirstOrDefaultAsync(cancellationToken) ?? "";

    private static IReadOnlyList<RegisterColumn> Shown(Procedure procedure, RegisterQuery query)
    {
        var all = procedure.Register!.Columns;
        var chosen = query.Columns.Where(from => from.Length > 0).Distinct().ToList();
        return chosen.Count == 0
            ? all
            : chosen.ConvertAll(from => all.FirstOrDefault(column => column.From == from) ?? throw RefusalException.Invalid($"“{procedure.Register.Name}”没有列“{from}”。"));
    }

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

    private sealed record Found(RegisterMatters Of, RegisterFinding Finding, RegisterSums Sums);

    private sealed record RegisterView(string PersonId, Procedure Procedure, WorkingCalendar Calendar, DateTimeOffset Now, Lights Lights, bool ReadsAll);
}
