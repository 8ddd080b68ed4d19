using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Office.Procedures;

namespace DocFlow.Office.Tests.Procedures;

/// <summary>A small whole declaration, and what is found when something in it is changed.</summary>
internal static class Declaration
{
    public const string Text = """
        {"definitionId":"borrow-room","customProperties":{"docflow":{
          "title":"会议室借用","group":"内务","starters":["全体"],"readers":["综合科/*"],"number":{"code":"云借"},"incoming":{"sender":"subject","number":"subject"},"titleField":"subject",
          "fields":[
            {"key":"subject","label":"事由","type":"text","required":true,"maxLength":50,"pattern":"[^!]+"},
            {"key":"day","label":"日期","type":"date","required":true,"min":"2026-01-01","max":"2030-12-31"},
            {"key":"people","label":"人数","type":"number","min":1,"max":200,"decimals":1},
            {"key":"room","label":"会议室","type":"choice","options":["一号","二号"],"default":"一号"},
            {"key":"host","label":"主持人","type":"person"},
            {"key":"units","label":"参加单位","type":"unit","multiple":true},
            {"key":"notes","label":"备注","type":"longText"},
            {"key":"plan","label":"方案","type":"file"},
            {"key":"seats","label":"座次","type":"table","columns":[{"key":"row","label":"排","type":"number","required":true,"min":1},{"key":"unit","label":"单位","type":"unit"},{"key":"words","label":"说明","type":"text"}]},
            {"key":"hidden","label":"内情","type":"longText","restrictedTo":["登记人","field:host","综合科/科员"]}],
          "form":["subject","day","people","room"],
          "documents":[{"name":"借用通知","template":"notice/room","matterNumber":true},{"name":"催还函","template":"letter/urging","numberCode":"云借函"}],
          "deadline":{"dateField":"day","byField":"room","byChoice":{"一号":2},"daysField":"people","workingDays":5},
          "lights":{"yellowWorkingDays":3},
          "register":{"name":"借用台账","period":"month","columns":[{"title":"事由","from":"title"},{"title":"人数","from":"field:people","total":true},{"title":"意见","from":"step:审核.opinion"},{"title":"文号","from":"document:number"}]},
          "matrix":{"rows":"units","columns":"room"}}},
         "root":{"activities":[
           {"id":"a","type":"DocFlow.Task","stepName":{"expression":{"type":"Literal","value":"审核"}},"post":{"expression":{"type":"Literal","value":"field:host"}},"fields":{"expression":{"type":"Literal","value":"notes"}},"letter":{"expression":{"type":"Literal","value":"催还函"}}},
           {"id":"b","type":"DocFlow.Archive"},
           {"id":"c","type":"DocFlow.Divide","field":{"expression":{"type":"Literal","value":"seats.unit"}},"intoField":{"expression":{"type":"Literal","value":"unit"}}}]}}
        """;

    public static IReadOnlyList<ProcedureProblem> Read(Action<JsonNode>? change = null) => Whole(change).Problems;

    public static (Procedure? Procedure, IReadOnlyList<ProcedureProblem> Problems) Whole(Action<JsonNode>? change = null)
    {
        var json = JsonNode.Parse(Text)!;
        change?.Invoke(json);
        using var document = JsonDocument.Parse(json.ToJsonString());
        return ProcedureReader.Read(document.RootElement);
    }

    /// <summary>Puts a value at a path of names and indexes, or takes it away.</summary>
    public static void Set(JsonNode json, string path, string? value)
    {
        var parts = path.Split('.');
        var node = parts[..^1].Aggregate(json, (at, part) => (int.TryParse(part, out var index) ? at[index] : at[part])!);
        var parsed = value is null ? null : JsonNode.Parse(value);
        if (node is JsonArray array && parts[^1] == "+")
            array.Add(parsed);
        else if (node is JsonArray items)
            items[int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture)] = parsed;
        else if (value is null)
            node.AsObject().Remove(parts[^1]);
        else
            node[parts[^1]] = parsed;
    }
}
