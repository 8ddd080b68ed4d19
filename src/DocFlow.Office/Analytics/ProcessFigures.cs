using System.Globalization;
using DocFlow.Documents;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Files;
using DocFlow.Office.Matters;
using DocFlow.Office.Papers;
using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Analytics;

/// <inheritdoc />
internal sealed class ProcessFigures(
    IOfficeData data, ProcedureCatalog catalog, DocumentText texts, FlowReader reader, ProcessAnalysis analysis, IMatterFields fields, IPaperPress press, KeptFiles files, OfficeSettings settings, EventLog events,
    OfficeClock clock) : IProcessFigures
{
    private const int UsualDays = 90;
    private const int SimulatedItems = 20;
    private const int MostNamed = 5;
    private const string Pdf = "pdf";
    private const string Word = "docx";
    private const string Chart = "流程图";
    private const string Table = "优化前后对照表";

    public async Task MeasureAsync(string documentId, string processField, ProcessFigureFields into, CancellationToken cancellationToken = default)
    {
        var (_, procedure, values) = await AboutAsync(documentId, processField, cancellationToken);
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var from = into.Since is { } since && FieldRules.Day(values.GetValueOrDefault(since) ?? "") is { } day ? calendar.StartOf(day) : clock.Now.AddDays(-UsualDays);
        var reading = await reader.ReadAsync(procedure, new AnalysisRange(from, clock.Now, ""), new AnalysisFilter(), cancellationToken);
        foreach (var (field, value) in new (string?, double?)[]
        {
            (into.Version, reading.Version), (into.Steps, reading.DesignedSteps), (into.Hours, reading.MedianHours), (into.Returns, reading.ReturnRate is { } rate ? Math.Round(rate * 100, 1) : null),
        })
        {
            if (field is not null && value is { } figure)
                await fields.SetAsync(documentId, field, figure.ToString("0.##", CultureInfo.InvariantCulture), cancellationToken);
        }
    }

    public async Task<bool> SimulateAsync(string documentId, string processField, string versionField, string intoField, CancellationToken cancellationToken = default)
    {
        var (matter, procedure, values) = await AboutAsync(documentId, processField, cancellationToken);
        try
        {
            var version = FieldRules.Number(values.GetValueOrDefault(versionField) ?? "") is { } number ? (int?)number : null;
            var played = await analysis.SimulateAsync(procedure, version, SimulatedItems, cancellationToken);
            await fields.SetAsync(documentId, intoField, Say(played, await settings.ReadCalendarAsync(cancellationToken)), cancellationToken);
            return true;
        }
        catch (RefusalException refusal)
        {
            events.Add(ActRecord.On(await texts.CurrentAsync(matter, cancellationToken), "模拟未完成") with { Opinion = refusal.Message });
            return false;
        }
    }

    public async Task PrintAsync(string documentId, string processField, string sinceField, CancellationToken cancellationToken = default)
    {
        var (matter, procedure, values) = await AboutAsync(documentId, processField, cancellationToken);
        // A burst that runs again finds them.
        if (await data.Renderings.AnyAsync(row => row.DocumentId == documentId && row.VersionOrdinal == matter.CurrentVersion && row.Name == Chart, cancellationToken))
            return;
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var day = FieldRules.Day(values.GetValueOrDefault(sinceField) ?? "") ?? calendar.DayOf(clock.Now);
        var days = Math.Clamp(calendar.DayOf(clock.Now).DayNumber - day.DayNumber, 1, UsualDays);
        var comparison = await analysis.CompareAsync(procedure, new ComparisonQuery(ChangedOn: day, Days: days), cancellationToken);
        var paper = await analysis.PrintAsync(comparison, cancellationToken);
        await KeepAsync(matter, Chart, Pdf, await press.PrintAsync(await analysis.PrintChartAsync(procedure, null, cancellationToken)), cancellationToken);
        await KeepAsync(matter, Table, Pdf, await press.PrintAsync(paper, FileFormat.Pdf), cancellationToken);
        await KeepAsync(matter, Table, Word, await press.PrintAsync(paper, FileFormat.Word), cancellationToken);
        events.Add(ActRecord.On(await texts.CurrentAsync(matter, cancellationToken), "生成文书") with { Opinion = $"{Chart}、{Table}" });
    }

    private async Task KeepAsync(Document matter, string name, string format, byte[] content, CancellationToken cancellationToken) => data.Renderings.Add(new Rendering
    {
        Id = OfficeId.New(clock.Now),
        DocumentId = matter.Id,
        VersionOrdinal = matter.CurrentVersion,
        Purpose = RenderingPurpose.Paper,
        Format = format,
        Name = name,
        FileHash = await files.PutAsync(content, cancellationToken),
        PageCount = 1,
        At = clock.Now,
    });

    private async Task<(Document Matter, Procedure Procedure, Dictionary<string, string> Values)> AboutAsync(string documentId, string processField, CancellationToken cancellationToken)
    {
        var matter = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这个事项");
        var values = MatterValues.Read((await texts.CurrentAsync(matter, cancellationToken)).SourceText);
        var title = values.GetValueOrDefault(processField);
        return await catalog.TitledAsync(title, cancellationToken) is { } procedure ? (matter, procedure, values) : throw RefusalException.Invalid($"没有已发布的流程“{title}”，不能测评。请先发布它，再重试。");
    }

    private static string Say(SimulationReading played, WorkingCalendar calendar)
    {
        var ways = played.Items.GroupBy(item => string.Join('→', item.Path.Where(step => step.PassedBecause is null).Select(step => step.Step))).OrderByDescending(way => way.Count()).ToList();
        var lines = new List<string> { string.Create(CultureInfo.InvariantCulture, $"以第{played.Version}版模拟最近{played.Items.Count}件，{played.Over}件走到办结。") };
        lines.AddRange(ways.Take(MostNamed).Select(way => string.Create(CultureInfo.InvariantCulture, $"{way.Count()}件：{way.Key}")));
        if (played.Items.Where(item => item.EndsAt is not null).OrderBy(item => item.EndsAt).ToList() is { Count: > 0 } ending)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"现在开始办，预计{calendar.Show(ending[ending.Count / 2].EndsAt!.Value)}前办结（中位数{ending.Select(item => item.Hours).Order().ElementAt(ending.Count / 2):0.#}小时）。"));
        lines.Add($"人员：{string.Join('，', played.Loads.Take(MostNamed).Select(load => string.Create(CultureInfo.InvariantCulture, $"{load.PersonName}{load.Steps}次{(load.IsHeavy ? "（负荷偏重）" : "")}")))}。");
        return string.Join('\n', lines);
    }
}
