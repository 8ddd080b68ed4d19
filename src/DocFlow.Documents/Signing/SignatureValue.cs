using System.Globalization;

namespace DocFlow.Documents.Signing;

/// <summary>A signature dictionary of a PDF (ISO 32000-1 12.8.1), as far as it was readable.</summary>
/// <param name="Contents">With what fills the room behind it.</param>
/// <param name="Kind">SubFilter.</param>
/// <param name="Moment">M: D:20261204093000Z, or with +08'00'.</param>
internal sealed record SignatureValue(SignedRange? Range, byte[] Contents, string? Kind, string? Moment)
{
    private const int DateLength = 14;
    private const int WithZone = 19;

    public DateTimeOffset? SignedAt
    {
        get
        {
            if (Moment is null)
                return null;
            var text = Moment.Replace("D:", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("Z", "+0000", StringComparison.Ordinal);
            text = text.Length <= DateLength ? text + "+0000" : text[..Math.Min(text.Length, WithZone)];
            return DateTimeOffset.TryParseExact(text, "yyyyMMddHHmmsszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
        }
    }
}

/// <summary>What a signature covers: the file up to <paramref name="Start"/>, and <paramref name="Rest"/> bytes from <paramref name="End"/>. Between them lie its own digits.</summary>
internal sealed record SignedRange(int Start, int End, int Rest)
{
    public bool FitsIn(byte[] file) => Start > 0 && End > Start && Rest > 0 && (long)End + Rest <= file.Length;
}
