using System.Text.Json;

namespace DocFlow.Office.Procedures;

/// <summary>Reads what of a declaration's matters answers a duty sentence.</summary>
internal static class DutyReader
{
    public static DutyFields? Read(DeclaredObject declaration, IReadOnlyList<ProcedureField> fields)
    {
        if (declaration.Find("duty") is not { } found)
            return null;
        var duty = new DeclaredObject(found, declaration.PathOf("duty"), declaration.Problems, "frequency", "answer");
        if (found.ValueKind != JsonValueKind.Object)
            return null;
        var read = new DutyFields(duty.Text("frequency"), duty.RequiredText("answer"));
        if (read.Frequency is { } frequency && fields.FirstOrDefault(field => field.Key == frequency) is not { Type: FieldType.Choice, IsRestricted: false })
            duty.Problem("frequency", $"“{frequency}”须是不限阅的选择字段。");
        if (read.Answer.Length > 0 && fields.FirstOrDefault(field => field.Key == read.Answer) is not { Type: FieldType.Text or FieldType.LongText, IsRestricted: false })
            duty.Problem("answer", $"“{read.Answer}”须是不限阅的文字字段。");
        return read;
    }
}
