using System.Globalization;
using System.Text.Json;
using DocFlow.Elsa.Api.Definitions;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Refusals;
using DocFlow.Elsa.Runtime.Management;
using Elsa.Workflows;

namespace DocFlow.Elsa.Api.Instances;

/// <summary>Reads which instances are asked for, from a query or a body with the same names.</summary>
internal static class InstanceRequests
{
    private static readonly Dictionary<string, InstanceOrder> Orders = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Created"] = InstanceOrder.Created, ["CreatedAt"] = InstanceOrder.Created,
        ["LastExecuted"] = InstanceOrder.Updated, ["Updated"] = InstanceOrder.Updated, ["UpdatedAt"] = InstanceOrder.Updated,
        ["Finished"] = InstanceOrder.Finished, ["FinishedAt"] = InstanceOrder.Finished,
        ["Name"] = InstanceOrder.Name,
    };

    public static InstanceQuery Read(JsonElement body, IQueryCollection query)
    {
        var (skip, take) = Page(body, query);
        var order = Text(body, query, "orderBy");
        return new InstanceQuery
        {
            SearchTerm = Text(body, query, "searchTerm"),
            Ids = Many(body, query, "ids"),
            DefinitionIds = [.. Many(body, query, "definitionIds"), .. Many(body, query, "definitionId")],
            DefinitionVersionId = Text(body, query, "definitionVersionId"),
            Version = int.TryParse(Text(body, query, "version"), CultureInfo.InvariantCulture, out var version) ? version : null,
            CorrelationId = Text(body, query, "correlationId"),
            ParentInstanceId = Many(body, query, "parentWorkflowInstanceIds").FirstOrDefault(),
            HasIncidents = Flag(body, query, "hasIncidents"),
            IsSystem = Flag(body, query, "isSystem"),
            Statuses = Words<WorkflowStatus>([.. Many(body, query, "statuses"), .. Many(body, query, "status")]),
            SubStatuses = Words<WorkflowSubStatus>([.. Many(body, query, "subStatuses"), .. Many(body, query, "subStatus")]),
            Timestamps = Timestamps(body.Find("timestampFilters")),
            Order = order is null ? InstanceOrder.Created : Orders.TryGetValue(order, out var known) ? known : throw DefinitionRequests.Unknown(order),
            Descending = DefinitionRequests.IsDescending(Text(body, query, "orderDirection"), byDefault: true),
            Skip = skip,
            Take = take,
        };
    }

    public static IReadOnlyList<string> Texts(JsonElement body, string name) => body.Find(name) switch
    {
        { ValueKind: JsonValueKind.Array } items => [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
        { ValueKind: JsonValueKind.String } item when item.GetString() is { Length: > 0 } text => [text],
        _ => [],
    };

    public static (int Skip, int? Take) Page(JsonElement body, IQueryCollection query)
    {
        var numbers = new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>();
        foreach (var name in new[] { "page", "pageSize", "skip", "take" })
        {
            if (Text(body, query, name) is { } text)
                numbers[name] = text;
        }

        return DefinitionRequests.Page(new QueryCollection(numbers));
    }

    private static string? Text(JsonElement body, IQueryCollection query, string name) =>
        (body.Find(name) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } told ? told.ToString() : query[name].ToString()) is { Length: > 0 } text ? text : null;

    private static IReadOnlyList<string> Many(JsonElement body, IQueryCollection query, string name) => Texts(body, name) is { Count: > 0 } list ? list : [.. DefinitionRequests.Many(query, name) ?? []];

    private static bool? Flag(JsonElement body, IQueryCollection query, string name) =>
        body.Find(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : DefinitionRequests.Flag(query, name);

    private static T[] Words<T>(IReadOnlyList<string> words)
        where T : struct, Enum =>
        [.. words.Select(word => Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : throw DefinitionRequests.Unknown(word))];

    private static List<TimestampFilter> Timestamps(JsonElement? filters)
    {
        var read = new List<TimestampFilter>();
        foreach (var filter in filters is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray().ToList() : [])
        {
            var column = filter.Text("column") ?? "";
            var comparison = filter.Text("operator") ?? "";
            // What is still being typed in the designer has no moment yet.
            if (column.Length == 0 || filter.Find("timestamp") is not { ValueKind: JsonValueKind.String } moment)
                continue;
            if (column is not ("CreatedAt" or "UpdatedAt" or "FinishedAt"))
                throw DefinitionRequests.Unknown(column);
            if (!Enum.TryParse<TimestampOperator>(comparison, ignoreCase: true, out var operation))
                throw DefinitionRequests.Unknown(comparison);
            if (!moment.TryGetDateTimeOffset(out var timestamp))
                throw new ElsaRefusedException($"“{moment}”不是时间。");
            read.Add(new TimestampFilter(column, operation, timestamp));
        }

        return read;
    }
}
