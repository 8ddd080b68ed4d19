using DocFlow.Office.Restricted;

namespace DocFlow.Office.Procedures;

/// <summary>What a declaration may not do with restricted fields (限阅字段): nothing that everybody sees may come from one.</summary>
internal static class RestrictionRules
{
    public static void Check(DeclaredObject declaration, Procedure read)
    {
        foreach (var (field, index) in read.Fields.Select((field, index) => (field, index)).Where(item => item.field.IsRestricted))
        {
            var path = $"{declaration.PathOf("fields")}[{index}]";
            CheckWords(declaration, read, field, $"{path}.restrictedTo");
            if (field.Type == FieldType.Table)
                Add($"{path}.type", $"表格字段“{field.Label}”不能限阅；请把内容写成文字，或放在限阅的文件里。");
            if (field.Default is not null || field.Prefill is not null)
                Add(path, $"限阅字段“{field.Label}”不能有“default”或“prefill”，只能由人填写。");
            if (field.Key == read.TitleField)
                Add(declaration.PathOf("titleField"), $"限阅字段“{field.Label}”不能作标题。");
            if (read.Deadline is { } deadline && (deadline.DateField == field.Key || deadline.DaysField == field.Key || deadline.ByField == field.Key))
                Add(declaration.PathOf("deadline"), $"期限不能按限阅字段“{field.Label}”计算。");
            if (read.Matrix is { } matrix && (matrix.Rows == field.Key || matrix.Columns == field.Key))
                Add(declaration.PathOf("matrix"), $"限阅字段“{field.Label}”不能作完成情况表的行或列。");
            if (read.Register?.Columns.ToList().FindIndex(column => column is { Source: ColumnSource.Field, HasTotal: true } && column.Name == field.Key) is >= 0 and var total)
                Add($"{declaration.PathOf("register")}.columns[{total}].total", $"限阅字段“{field.Label}”不能合计。");
        }

        void Add(string path, string message) => declaration.Problems.Add(new ProcedureProblem(path, message));
    }

    private static void CheckWords(DeclaredObject declaration, Procedure read, ProcedureField field, string path)
    {
        foreach (var (word, index) in field.RestrictedTo.Select((word, index) => (word, index)))
        {
            var place = $"{path}[{index}]";
            if (RestrictedWords.FieldOf(word) is { } key)
            {
                if (read.Find(key) is not { Type: FieldType.Person, IsRestricted: false })
                    declaration.Problems.Add(new ProcedureProblem(place, $"“{key}”须是不限阅的人员字段。"));
            }
            else if (word != RestrictedWords.Starter && !RestrictedWords.IsPost(word))
            {
                declaration.Problems.Add(new ProcedureProblem(place, $"“{word}”无法识别，请写成“{RestrictedWords.Starter}”“field:人员字段”或一个“单位/岗位”。"));
            }
        }

        if (!field.RestrictedTo.Any(word => word == RestrictedWords.Starter || RestrictedWords.FieldOf(word) is not null))
            declaration.Problems.Add(new ProcedureProblem(path, "须写明可以查阅的人（登记人或人员字段），不能只有保管岗位。"));
    }
}
