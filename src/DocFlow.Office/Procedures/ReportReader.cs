using System.Text.Json;

namespace DocFlow.Office.Procedures;

/// <summary>Reads the reports that a declaration makes of its register.</summary>
internal static class ReportReader
{
    private const int MostReports = 5;

    public static IReadOnlyList<ProcedureReport> Read(DeclaredObject declaration, IReadOnlyList<ProcedureField> fields, ProcedureRegister? register)
    {
        var reports = new List<ProcedureReport>();
        var items = declaration.Items("reports");
        if (items.Count > 0 && register is null)
            declaration.Problem("reports", "没有台账，不能由它生成专报，请写明“register”。");
        if (items.Count > MostReports)
            declaration.Problem("reports", $"有{items.Count}种专报，超过上限{MostReports}。");
        foreach (var (item, path) in items)
        {
            var one = new DeclaredObject(item, path, declaration.Problems, "name", "template", "by");
            if (item.ValueKind != JsonValueKind.Object)
                continue;
            var (name, template, by) = (one.RequiredText("name", 20), one.RequiredText("template"), one.Texts("by"));
            if (template.Length > 0 && !DocumentReader.IsTemplate(template))
                one.Problem("template", $"“{template}”不是模板，应写成“文种/名称”，如 report/supervision。");
            if (reports.Exists(other => other.Name == name) && name.Length > 0)
                one.Problem("name", $"专报“{name}”重复。");
            foreach (var (key, place) in by)
            {
                if (fields.FirstOrDefault(field => field.Key == key) is not { IsRestricted: false, Type: not (FieldType.File or FieldType.Table or FieldType.LongText) })
                    declaration.Problems.Add(new ProcedureProblem(place, $"不能按“{key}”统计：须是不限阅的字段，且不是文件、表格或多行文字。"));
                else if (register is not null && register.Columns.All(column => column.From != $"field:{key}"))
                    declaration.Problems.Add(new ProcedureProblem(place, $"“{key}”须是台账的一列，统计的数才能与台账核对。"));
            }

            reports.Add(new ProcedureReport(name, template, [.. by.Select(key => key.Value)]));
        }

        return reports;
    }
}
