using System.Globalization;
using System.Text;
using DocFlow.Office.Files;

namespace DocFlow.Office.Events;

/// <summary>The hash that chains an event to the one before it.</summary>
public static class EventHash
{
    /// <summary>SM3 over the previous hash and every field, each on its line with its length, so that no two events read the same.</summary>
    public static string Of(OfficeEvent record)
    {
        var text = new StringBuilder();
        foreach (var field in Fields(record))
            text.Append(CultureInfo.InvariantCulture, $"{field?.Length ?? -1}:{field}\n");
        return Sm3.Hash(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static IEnumerable<string?> Fields(OfficeEvent record) =>
    [
        record.PreviousHash,
        record.Sequence.ToString(CultureInfo.InvariantCulture),
        record.Id,
        record.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        record.Act,
        record.ActorId,
        record.ActorName,
        record.PostShown,
        record.OnBehalfOf,
        record.DocumentId,
        record.StepName,
        record.Opinion,
        record.ContentHash,
        record.VersionOrdinal?.ToString(CultureInfo.InvariantCulture),
        record.DetailJson,
    ];
}
