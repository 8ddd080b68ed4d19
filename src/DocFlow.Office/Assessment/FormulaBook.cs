using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocFlow.Office.Assessment.Formulas;
using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Events;
using DocFlow.Office.People;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Assessment;

/// <summary>The versions of the formula: data that the assessor adds to, each with the month from which it counts.</summary>
internal sealed partial class FormulaBook(IOfficeData data, OfficeSettings settings, ScoreMeasures measures, ScoreRights rights, OfficeDirectory directory, FreshRows rows, EventLog events, OfficeClock clock)
{
    private const int MostNote = 200;
    private const string Resource = "DocFlow.Office.Assessment.Formula.json";
    private static readonly FormulaList Given = ReadGiven();

    public async Task<IReadOnlyList<FormulaVersion>> VersionsAsync(CancellationToken cancellationToken) =>
        (await settings.ReadAsync<FormulaList>(FormulaList.Key, cancellationToken) ?? Given).Versions;

    /// <summary>The version that counts for a month.</summary>
    public async Task<FormulaVersion> OfAsync(string period, CancellationToken cancellationToken) =>
        (await VersionsAsync(cancellationToken)).LastOrDefault(version => string.CompareOrdinal(version.From, period) <= 0)
            ?? throw RefusalException.Invalid($"{period}还没有考核公式，请先设定自该月或更早执行的公式。");

    /// <param name="tryOnly">Only says whether it could be added.</param>
    public Task<FormulaVersion> AddAsync(string actorId, string from, IReadOnlyList<ScoreLine> lines, string? note, bool tryOnly, CancellationToken cancellationToken) => rows.ActAsync(async () =>
    {
        await rights.RequireAssessorAsync(actorId, "设定考核公式", cancellationToken);
        PlainText.Require(note, "说明", MostNote);
        lines = [.. lines.Select(line => new ScoreLine(line.Name.Trim(), line.Formula.Trim()))];
        var versions = await VersionsAsync(cancellationToken);
        await RequireFreeAsync(from, versions, cancellationToken);
        _ = FormulaScheme.Read(lines, await measures.NamesAsync(cancellationToken));
        var actor = await directory.PersonAsync(actorId, cancellationToken);
        var version = new FormulaVersion(versions[^1].Number + 1, from, lines, note?.Trim() ?? "", actor.Name, clock.Now);
        if (tryOnly)
            return version;
        await settings.WriteAsync(FormulaList.Key, new FormulaList([.. versions, version]), cancellationToken);
        Record(actor, "设定考核公式", version);
        await data.SaveChangesAsync(cancellationToken);
        return version;
    });

    /// <summary>Takes back the newest version while nothing was computed with it.</summary>
    public Task WithdrawAsync(string actorId, int number, CancellationToken cancellationToken) => rows.ActAsync(async () =>
    {
        await rights.RequireAssessorAsync(actorId, "撤回考核公式", cancellationToken);
        var versions = await VersionsAsync(cancellationToken);
        if (versions[^1].Number != number || versions.Count == 1)
            throw RefusalException.Conflict("只能撤回最新的一版，且至少保留一版。");
        if (await data.ScoreSheets.AnyAsync(sheet => sheet.Formula == number, cancellationToken))
            throw RefusalException.Conflict($"已有得分按公式第{number}版计算，不能撤回。");
        await settings.WriteAsync(FormulaList.Key, new FormulaList([.. versions.SkipLast(1)]), cancellationToken);
        Record(await directory.PersonAsync(actorId, cancellationToken), "撤回考核公式", versions[^1]);
        await data.SaveChangesAsync(cancellationToken);
    });

    private async Task RequireFreeAsync(string from, IReadOnlyList<FormulaVersion> versions, CancellationToken cancellationToken)
    {
        if (!MonthShape().IsMatch(from))
            throw RefusalException.Invalid($"“{from}”须写成执行的首月，如 2026-12：一个考核月只用一版公式，新版本从月初执行。");
        if (string.CompareOrdinal(from, versions[^1].From) <= 0)
            throw RefusalException.Conflict($"公式第{versions[^1].Number}版自{versions[^1].From}起执行，新版本须从更晚的月份起，不能与它重叠。");
        if (await data.ScoreSheets.AnyAsync(sheet => string.Compare(sheet.Period, from) >= 0, cancellationToken))
            throw RefusalException.Conflict($"{from}或以后的月份已经评分，新版本须从未评分的月份起。");
    }

    private void Record(Person actor, string act, FormulaVersion version) => events.Add(new ActRecord(act)
    {
        Actor = actor,
        Opinion = version.Note.Length == 0 ? null : version.Note,
        Detail = new Dictionary<string, string>
        {
            ["版本"] = version.Number.ToString(CultureInfo.InvariantCulture), ["执行首月"] = version.From, ["公式"] = string.Join('；', version.Lines.Select(line => $"{line.Name}＝{line.Formula}")),
        },
    });

    private static FormulaList ReadGiven()
    {
        using var stream = typeof(FormulaBook).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} isn't in the assembly.");
        return JsonSerializer.Deserialize<FormulaList>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException($"{Resource} is empty.");
    }

    [GeneratedRegex("^20[0-9]{2}-(0[1-9]|1[0-2])$")]
    private static partial Regex MonthShape();
}
