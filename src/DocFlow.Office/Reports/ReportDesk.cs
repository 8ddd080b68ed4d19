using System.Globalization;
using DocFlow.Documents.Templates;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.People;
using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Reports;

/// <inheritdoc />
internal sealed class ReportDesk(
    ProcedureCatalog catalog, IProcedureRegister register, OfficeDirectory directory, OfficeSettings settings, ITemplateShelf shelf, IDocumentRenderer renderer, OfficeClock clock) : IReportDesk
{
    public async Task<DrawnReport> DrawAsync(string personId, string procedureId, string name, string month, DateTimeOffset? at, CancellationToken cancellationToken = default)
    {
        var procedure = await catalog.RequireAsync(procedureId, cancellationToken);
        var report = procedure.Reports.FirstOrDefault(report => report.Name == name) ?? throw RefusalException.NotFound($"“{procedure.Title}”的专报“{name}”");
        if (!await ReadsAllAsync(personId, procedure, cancellationToken))
            throw RefusalException.Forbidden($"“{name}”汇总全部台账，由可查阅全部台账的人员生成：{string.Join('、', procedure.Readers)}。");
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var period = PeriodRange.Read(month, calendar);
        var moment = at?.ToUniversalTime() ?? period.To.AddTicks(-TimeSpan.TicksPerSecond).ToUniversalTime();
        if (moment > clock.Now)
            throw RefusalException.Invalid(at is null ? $"{period.Words}还没有结束，请写明截至时点。" : "截至时点还没有到。");
        var all = await register.ReadAllAsync(personId, procedureId, new RegisterQuery { At = moment, Columns = [.. Needed(procedure)] }, cancellationToken);
        var template = shelf.Find(report.Template) ?? throw RefusalException.Invalid($"没有模板“{report.Template}”，不能生成{name}。请补上模板或改正流程后重试。");
        var filled = TemplateFiller.Fill(template, new ReportFacts(procedure, calendar, moment).Write(all, period, report));
        if (filled.Source is not { } source)
            throw RefusalException.Invalid($"{name}没有生成：模板“{report.Template}”{filled.Problem}");
        var files = await renderer.RenderAsync(new RenderOrder(source, new Dictionary<string, byte[]>(), RenderingPurpose.Paper, null, null, null, null), cancellationToken);
        return new DrawnReport(string.Create(CultureInfo.InvariantCulture, $"{name}（{period.Words}）"), source, files);
    }

    public async Task<IReadOnlyList<string>> ListAsync(string personId, string procedureId, CancellationToken cancellationToken = default)
    {
        var procedure = await catalog.RequireAsync(procedureId, cancellationToken);
        return procedure.Reports.Count > 0 && await ReadsAllAsync(personId, procedure, cancellationToken) ? [.. procedure.Reports.Select(report => report.Name)] : [];
    }

    // What a report counts must stand in the register, where everybody can count it again.
    private static IEnumerable<string> Needed(Procedure procedure) => procedure.Register!.Columns.Where(column => column.Source is ColumnSource.Matter or ColumnSource.Field).Select(column => column.From);

    private async Task<bool> ReadsAllAsync(string personId, Procedure procedure, CancellationToken cancellationToken) => Audience.Includes(
        procedure.Readers, (await directory.InForce().Where(appointment => appointment.PersonId == personId).ToListAsync(cancellationToken)).ConvertAll(appointment => appointment.Post!));
}
