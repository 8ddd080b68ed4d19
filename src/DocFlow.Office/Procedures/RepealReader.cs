using System.Text.Json;

namespace DocFlow.Office.Procedures;

/// <summary>Reads which matters of a declaration repeal documents.</summary>
internal static class RepealReader
{
    public static RepealFields? Read(DeclaredObject declaration, IReadOnlyList<ProcedureField> fields)
    {
        if (declaration.Find("repeal") is not { } found)
            return null;
        var repeal = new DeclaredObject(found, declaration.PathOf("repeal"), declaration.Problems, "number", "conclusion", "value");
        if (found.ValueKind != JsonValueKind.Object)
            return null;
        var read = new RepealFields(repeal.RequiredText("number"), repeal.RequiredText("conclusion"), repeal.RequiredText("value"));
        if (read.Number.Length > 0 && fields.FirstOrDefault(field => field.Key == read.Number) is not { Type: FieldType.Text, IsRestricted: false })
            repeal.Problem("number", $"“{read.Number}”须是不限阅的单行文字字段。");
        if (read.Conclusion.Length > 0 && fields.FirstOrDefault(field => field.Key == read.Conclusion) is not { Type: FieldType.Choice, IsRestricted: false, IsMultiple: false })
            repeal.Problem("conclusion", $"“{read.Conclusion}”须是不限阅的单个选择字段。");
        else if (read.Value.Length > 0 && fields.FirstOrDefault(field => field.Key == read.Conclusion)?.Options.Contains(read.Value) == false)
            repeal.Problem("value", $"“{read.Conclusion}”没有选项“{read.Value}”。");
        return read;
    }
}
