using DocFlow.Office.Registers;
using DocFlow.Office.Settings;

namespace DocFlow.Office.Steps;

/// <summary>The next number of a code in the office's year. Only adds to the context; two at once meet at the counter's row.</summary>
internal sealed class NumberCounters(IOfficeData data, OfficeSettings settings)
{
    public async Task<IssuedNumber> NextAsync(string organCode, string documentId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var year = (await settings.ReadCalendarAsync(cancellationToken)).DayOf(now).Year;
        var counter = await data.NumberCounters.FindAsync([organCode, year], cancellationToken);
        if (counter is null)
        {
            counter = new NumberCounter { OrganCode = organCode, Year = year, Next = 1 };
            data.NumberCounters.Add(counter);
        }

        var number = new IssuedNumber
        {
            Id = OfficeId.New(now),
            OrganCode = organCode,
            Year = year,
            Number = counter.Next++,
            DocumentId = documentId,
            Key = $"{documentId}/number",
            At = now,
        };
        data.IssuedNumbers.Add(number);
        return number;
    }
}
