using System.Text.Json;

namespace DocFlow.Office.Time;

/// <summary>The public holidays that come with the program, by the State Council's yearly notice; later years are imported.</summary>
internal static class PublicHolidays
{
    private const string Resource = "DocFlow.Office.Time.PublicHolidays.json";

    /// <summary>The calendar of an office that has set none.</summary>
    public static CalendarSetting Setting { get; } = Read();

    private static CalendarSetting Read()
    {
        using var stream = typeof(PublicHolidays).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} isn't in the assembly.");
        return JsonSerializer.Deserialize<CalendarSetting>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException($"{Resource} is empty.");
    }
}
