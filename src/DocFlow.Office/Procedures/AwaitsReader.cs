using System.Text.Json;

namespace DocFlow.Office.Procedures;

/// <summary>Reads what a declaration's matters wait for.</summary>
internal static class AwaitsReader
{
    public static AwaitsFields? Read(DeclaredObject declaration, IReadOnlyList<ProcedureField> fields, IReadOnlyList<string> form)
    {
        if (declaration.Find("awaits") is not { } found)
            return null;
        var awaits = new DeclaredObject(found, declaration.PathOf("awaits"), declaration.Problems, "number", "from", "by", "reply");
        if (found.ValueKind != JsonValueKind.Object)
            return null;
        var read = new AwaitsFields(awaits.RequiredText("number"), awaits.RequiredText("from"), awaits.Text("by"), awaits.RequiredText("reply"));
        foreach (var (name, key) in new[] { ("number", read.Number), ("from", read.From) })
        {
            if (key.Length > 0 && (fields.FirstOrDefault(field => field.Key == key) is not { Type: FieldType.Text, IsRestricted: false } || !form.Contains(key)))
                awaits.Problem(name, $"“{key}”须是登记表单中不限阅的单行文字字段。");
        }

        if (read.By is { } by && (fields.FirstOrDefault(field => field.Key == by) is not { Type: FieldType.Date, IsRestricted: false } || !form.Contains(by)))
            awaits.Problem("by", $"“{by}”须是登记表单中不限阅的日期字段。");
        if (read.Reply.Length > 0 && fields.FirstOrDefault(field => field.Key == read.Reply) is not { Type: FieldType.Text, IsRestricted: false })
            awaits.Problem("reply", $"“{read.Reply}”须是不限阅的单行文字字段。");
        return read;
    }
}
