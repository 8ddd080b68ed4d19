using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Analytics;

/// <summary>When which version of a procedure began to count, from the log.</summary>
internal sealed class Publications(IOfficeData data)
{
    private static readonly string[] Acts = ["发布流程", "按文件发布流程", "恢复流程旧版"];

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<Publication>> OfAsync(string procedureId, CancellationToken cancellationToken)
    {
        // What is done to procedures is on no document: few rows of the index.
        var rows = await data.Events.AsNoTracking().Where(record => record.DocumentId == null && Acts.Contains(record.Act)).OrderBy(record => record.Sequence)
            .Select(record => new { record.At, record.DetailJson }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => Read(row.DetailJson, procedureId) is { } version ? new Publication(version, row.At) : null).OfType<Publication>()];
    }

    private static int? Read(string? detailJson, string procedureId)
    {
        if (detailJson is null)
            return null;
        using var detail = JsonDocument.Parse(detailJson);
        var words = detail.RootElement.TryGetProperty("流程", out var of) ? of.GetString() : null;
        var start = $"{procedureId} 第";
        return words?.StartsWith(start, StringComparison.Ordinal) == true && int.TryParse(words[start.Length..].TrimEnd('版'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }
}

/// <summary>A version that began to count.</summary>
public sealed record Publication(int Version, DateTimeOffset At);
