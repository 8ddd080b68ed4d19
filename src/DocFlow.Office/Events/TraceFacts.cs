using System.Text.Json;

namespace DocFlow.Office.Events;

/// <summary>What an event tells the readers of a trace besides who did it and why: whom it concerned, and where it went.</summary>
internal static class TraceFacts
{
    /// <summary>Who was asked, taken out, given the work or urged.</summary>
    public const string Person = "人员";

    /// <summary>The unit and post of <see cref="Person"/> then.</summary>
    public const string Post = "任职";

    // Times, hashes and counts are kept for other readers; an origin's title isn't for everybody who reads what came of it.
    private static readonly string[] Named = ["方式", "退回到", "直送", "退文类别", "取自", "传阅人员", "申请人", "份数", "提出人"];

    private static readonly Dictionary<string, string> Verbs = new()
    {
        ["转办"] = "转给", ["加签"] = "加签", ["减签"] = "减签", ["催办"] = "催办",
    };

    /// <summary>Each as it is shown: 转给：骆宇（综合科科员）.</summary>
    public static IReadOnlyList<string> Of(OfficeEvent act)
    {
        if (act.DetailJson is null)
            return [];
        using var detail = JsonDocument.Parse(act.DetailJson);
        var facts = new List<string>();
        if (Value(detail.RootElement, Person) is { } person)
            facts.Add($"{Verbs.GetValueOrDefault(act.Act, Person)}：{person}{(Value(detail.RootElement, Post) is { } post ? $"（{post}）" : "")}");
        facts.AddRange(Named.Select(name => (name, Value: Value(detail.RootElement, name))).Where(fact => fact.Value is not null).Select(fact => $"{fact.name}：{fact.Value}"));
        return facts;
    }

    /// <summary>The name of <see cref="Person"/>; null where the event concerned nobody else.</summary>
    public static string? PersonOf(OfficeEvent act)
    {
        if (act.DetailJson is null)
            return null;
        using var detail = JsonDocument.Parse(act.DetailJson);
        return Value(detail.RootElement, Person);
    }

    private static string? Value(JsonElement detail, string name) =>
        detail.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;
}
