using System.Security.Cryptography;
using System.Text.Json;
using DocFlow.Office.Desks;

namespace DocFlow.Host.Pages.Documents;

/// <summary>
/// Names a press by its page and by all that goes with it, so that the same press repeated is known, and one with a field, a tick or a way that was changed since is
/// another, of which the office says that it wasn't recorded.
/// </summary>
internal static class PressKey
{
    private const int DigestBytes = 12;

    public static SeatAnswer With(SeatAnswer answer, string page)
    {
        var sent = new
        {
            answer.Opinion, answer.StraightBack, answer.ReturnTo, answer.Category, answer.Ticked,
            Values = answer.Form?.Values.OrderBy(value => value.Key, StringComparer.Ordinal),
            Files = answer.Form?.Files?.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new { file.Key, file.Value.Name, Hash = SHA256.HashData(file.Value.Content) }),
        };
        var digest = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(sent));
        return answer with { Key = $"{page}/{answer.Outcome}/{Convert.ToHexStringLower(digest.AsSpan(0, DigestBytes))}" };
    }
}
