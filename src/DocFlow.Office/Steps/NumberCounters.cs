using DocFlow.Office.Registers;
using DocFlow.Office.Settings;

namespace DocFlow.Office.Steps;

/// <summary>The next number of a code in the office's year. Only adds to the context; two at once meet at the counter's row.</summary>
internal sealed class NumberCounters(IOfficeData data, OfficeSettings settings)
{
    /// <param name="purpose">What of the document bears it: itself, or one that its procedure makes.</param>
    public async Task<IssuedNumber> NextAsync(string organCode, string documentId, DateTimeOffset now, CancellationToken cancellationToken, string purpose = "number")
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
            Key = KeyOf(documentId, purpose),
            At = now,
        };
        data.IssuedNumbers.Add(number);
        return number;
    }

    public static string KeyOf(string documentId, string purpose) => $"{documentId}/{purpose}";
}
