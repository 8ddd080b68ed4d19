namespace DocFlow.Documents.Model;

/// <summary>The Chinese names of kinds, formats and the other choices, as they stand in sources and on pages.</summary>
public static class ChineseNames
{
    private static readonly Dictionary<DocumentKind, string> Kinds = new()
    {
        [DocumentKind.Resolution] = "决议",
        [DocumentKind.Decision] = "决定",
        [DocumentKind.Order] = "命令",
        [DocumentKind.Communique] = "公报",
        [DocumentKind.Announcement] = "公告",
        [DocumentKind.PublicNotice] = "通告",
        [DocumentKind.Opinion] = "意见",
        [DocumentKind.Notice] = "通知",
        [DocumentKind.Circular] = "通报",
        [DocumentKind.Report] = "报告",
        [DocumentKind.Request] = "请示",
        [DocumentKind.Reply] = "批复",
        [DocumentKind.Proposal] = "议案",
        [DocumentKind.Letter] = "函",
        [DocumentKind.Minutes] = "纪要",
    };

    private static readonly Dictionary<PageFormat, string> Formats = new()
    {
        [PageFormat.General] = "通用",
        [PageFormat.Letter] = "信函",
        [PageFormat.Order] = "命令",
        [PageFormat.Minutes] = "纪要",
    };

    private static readonly Dictionary<DocumentDirection, string> Directions = new()
    {
        [DocumentDirection.Down] = "下行",
        [DocumentDirection.Up] = "上行",
        [DocumentDirection.Level] = "平行",
        [DocumentDirection.Public] = "公开",
    };

    private static readonly Dictionary<Urgency, string> Urgencies = new() { [Urgency.ExtraUrgent] = "特急", [Urgency.Urgent] = "加急" };

    private static readonly Dictionary<Sealing, string> Sealings = new()
    {
        [Sealing.Seal] = "印章",
        [Sealing.None] = "无",
        [Sealing.SignatureStamp] = "签名章",
    };

    public static string Of(DocumentKind kind) => Kinds[kind];

    public static string Of(PageFormat format) => Formats[format];

    public static string Of(DocumentDirection direction) => Directions[direction];

    public static string Of(Urgency urgency) => Urgencies[urgency];

    public static string Of(Sealing sealing) => Sealings[sealing];

    /// <summary>All choices of a kind of name with their values: what a source may say.</summary>
    public static IReadOnlyDictionary<string, T> Choices<T>()
        where T : struct, Enum
    {
        object names = typeof(T) switch
        {
            var type when type == typeof(DocumentKind) => Kinds,
            var type when type == typeof(PageFormat) => Formats,
            var type when type == typeof(DocumentDirection) => Directions,
            var type when type == typeof(Urgency) => Urgencies,
            _ => Sealings,
        };
        return ((Dictionary<T, string>)names).ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}
