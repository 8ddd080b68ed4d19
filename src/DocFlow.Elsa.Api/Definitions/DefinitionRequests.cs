using DocFlow.Elsa.Api.Refusals;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>Reads what requests ask about definitions; names of the query count without regard to case.</summary>
internal static class DefinitionRequests
{
    private const int LargestPage = 1000;

    /// <summary>The version that is meant; the fallback when none or nothing is named.</summary>
    public static VersionChoice Version(string? text, VersionChoice fallback) =>
        string.IsNullOrWhiteSpace(text) ? fallback : VersionChoice.Parse(text) ?? throw new ElsaRefusedException($"版本“{text}”不认识。");

    public static DefinitionQuery List(IQueryCollection query)
    {
        var (skip, take) = Page(query);
        return new DefinitionQuery
        {
            Versions = Version(query["versionOptions"], new VersionChoice(VersionKind.AllVersions)),
            SearchTerm = query["searchTerm"].ToString() is { Length: > 0 } term ? term : null,
            IsSystem = Flag(query, "isSystem"),
            DefinitionIds = Many(query, "definitionIds"),
            VersionIds = Many(query, "ids"),
            Order = query["orderBy"].ToString() is { Length: > 0 } order
                ? Enum.TryParse<DefinitionOrder>(order, ignoreCase: true, out var known) ? known : throw Unknown(order)
                : DefinitionOrder.Created,
            Descending = IsDescending(query["orderDirection"], byDefault: false),
            Skip = skip,
            Take = take,
        };
    }

    /// <summary>Page and page size, or skip and take; none for all.</summary>
    public static (int Skip, int? Take) Page(IQueryCollection query)
    {
        if (Number(query, "pageSize") is { } size)
            return (checked(Math.Clamp(Number(query, "page") ?? 0, 0, int.MaxValue / LargestPage) * Math.Clamp(size, 1, LargestPage)), Math.Clamp(size, 1, LargestPage));
        return (Math.Max(Number(query, "skip") ?? 0, 0), Number(query, "take") is { } take ? Math.Clamp(take, 0, LargestPage) : null);
    }

    public static IReadOnlyCollection<string>? Many(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var values) && values.OfType<string>().SelectMany(value => value.Split(',')).Where(value => value.Length > 0).ToList() is { Count: > 0 } list ? list : null;

    public static bool IsDescending(string? direction, bool byDefault) => direction is { Length: > 0 } ? direction.StartsWith("desc", StringComparison.OrdinalIgnoreCase) : byDefault;

    public static ElsaRefusedException Unknown(string word) => new($"“{word}”不是可用的值。");

    public static bool? Flag(IQueryCollection query, string name) => bool.TryParse(query[name], out var flag) ? flag : null;

    private static int? Number(IQueryCollection query, string name) => int.TryParse(query[name], out var number) ? number : null;
}
