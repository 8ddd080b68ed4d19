using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace DocFlow.Office.Schedules;

/// <summary>A person's schedule as an iCalendar file (RFC 5545).</summary>
internal static class FeedText
{
    public static string Of(string name, IReadOnlyList<ScheduleLine> lines, DateTimeOffset now)
    {
        var calendar = new Calendar { ProductId = "-//DocFlow//Schedule//ZH", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", $"{name}的日程");
        foreach (var line in lines)
        {
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{line.Id}@docflow",
                Summary = line.Title,
                Location = line.Where,
                Description = string.Join('\n', line.Parties.GroupBy(party => party.Role).Select(role => $"{role.Key}：{string.Join('、', role.Select(party => party.Name))}")),
                DtStart = Moment(line.StartsAt),
                DtEnd = Moment(line.EndsAt),
                DtStamp = Moment(now),
            });
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalDateTime Moment(DateTimeOffset at) => new(at.UtcDateTime, CalDateTime.UtcTzId);
}
