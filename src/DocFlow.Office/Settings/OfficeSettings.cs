using System.Text.Json;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Settings;

/// <summary>Reads and writes settings. Writing only adds to the context.</summary>
public sealed class OfficeSettings(IOfficeData data)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The stored value; null when it was never set.</summary>
    public async Task<T?> ReadAsync<T>(string key, CancellationToken cancellationToken = default)
        where T : class
    {
        var setting = await data.Settings.AsNoTracking().SingleOrDefaultAsync(setting => setting.Key == key, cancellationToken);
        return setting is null ? null : JsonSerializer.Deserialize<T>(setting.ValueJson, Json);
    }

    public async Task WriteAsync<T>(string key, T value, CancellationToken cancellationToken = default)
    {
        var json = JsonSerializer.Serialize(value, Json);
        if (await data.Settings.SingleOrDefaultAsync(setting => setting.Key == key, cancellationToken) is { } setting)
            setting.ValueJson = json;
        else
            data.Settings.Add(new OfficeSetting { Key = key, ValueJson = json });
    }

    public async Task<WorkingCalendar> ReadCalendarAsync(CancellationToken cancellationToken = default) =>
        new(await ReadAsync<CalendarSetting>(CalendarSetting.Key, cancellationToken) ?? PublicHolidays.Setting);
}
