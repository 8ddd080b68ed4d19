namespace DocFlow.Office;

/// <summary>Identities of rows: time-ordered GUIDs as 32 hexadecimal digits.</summary>
public static class OfficeId
{
    /// <summary>The length of an identity, in characters.</summary>
    public const int Length = 32;

    public static string New(DateTimeOffset now) => Guid.CreateVersion7(now).ToString("N");
}
