using System.Globalization;

namespace DocFlow.Office;

/// <summary>Identities of rows: time-ordered GUIDs as 32 hexadecimal digits.</summary>
public static class OfficeId
{
    /// <summary>The length of an identity, in characters.</summary>
    public const int Length = 32;

    /// <summary>What sorts before every identity that is made from a moment on, and after those from before it.</summary>
    public static string Least(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString("x12", CultureInfo.InvariantCulture);

    public static string New(DateTimeOffset now) => Guid.CreateVersion7(now).ToString("N");
}
