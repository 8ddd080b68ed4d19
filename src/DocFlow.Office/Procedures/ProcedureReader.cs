using System.Text.Json;

namespace DocFlow.Office.Procedures;

/// <summary>Reads what a workflow definition declares of an office procedure.</summary>
public static class ProcedureReader
{
    private const string Place = "$.customProperties.docflow";

    private static readonly string[] Known =
        ["procedure", "title", "group", "description", "starters", "readers", "fields", "form", "titleField", "sheet", "number", "documents", "incoming", "deadline", "lights", "register", "matrix", "help", "coverage", "keepsAll", "schedule", "raises", "measures", "reports", "repeal", "duty", "awaits"];

    /// <summary>The declaration, and every mistake in it; null when there is none, or it can't be used.</summary>
    /// <param name="definition">The whole definition.</param>
    public static (Procedure? Procedure, IReadOnlyList<ProcedureProblem> Problems) Read(JsonElement definition)
    {
        if (Find(definition, "customProperties") is not { } custom || Find(custom, "docflow") is not { } docflow)
            return (null, []);
        var problems = new List<ProcedureProblem>();
        var declaration = new DeclaredObject(docflow, Place, problems, Known);
        if (docflow.ValueKind != JsonValueKind.Object)
            return (null, problems);

        var id = Find(definition, "definitionId") is { ValueKind: JsonValueKind.String } given ? given.GetString()! : "";
        var steps = new DeclaredSteps(definition);
        var fields = FieldReader.Read(declaration);
        var form = FormOf(declaration, fields);
        var register = RegisterReader.Read(declaration, fields, steps.Names);
        var number = NumberOf(declaration);
        var read = new Procedure
        {
            Id = id,
            Title = declaration.RequiredText("title", 20),
            Group = declaration.Text("group", 20) ?? "其他",
            Description = declaration.Text("description") ?? "",
            Starters = Audience.Read(declaration, "starters"),
            Readers = Audience.Read(declaration, "readers"),
            Fields = fields,
            Form = form,
            Sheet = declaration.Text("sheet", 20),
            TitleField = TitleOf(declaration, fields, form),
            NumberCode = number,
            Incoming = IncomingOf(declaration, fields),
            Documents = DocumentReader.Read(declaration, number is not null),
            Repeal = RepealReader.Read(declaration, fields),
            Awaits = AwaitsReader.Read(declaration, fields, form),
            Duty = DutyReader.Read(declaration, fields),
            Reports = ReportReader.Read(declaration, fields, register),
            Deadline = DeadlineReader.Read(declaration, fields),
            YellowWorkingDays = LightsOf(declaration),
            Register = register,
            Matrix = RegisterReader.ReadMatrix(declaration, fields, register?.Period),
            Steps = steps.Human,
            Extensions = steps.Extensions,
            Help = HelpReader.Read(declaration),
            Coverage = CoverageReader.Read(declaration, fields, register?.Period),
            KeepsAll = declaration.Flag("keepsAll"),
            Schedule = ScheduleReader.Read(declaration, fields, declaration.Text("titleField")),
            Raises = declaration.Text("raises"),
            Measures = MeasureReader.Read(declaration, fields, steps),
        };
        RestrictionRules.Check(declaration, read);
        if (declaration.Text("procedure") is { } name && name != id)
            declaration.Problem("procedure", $"“{name}”与 definitionId“{id}”不同。");
        steps.CheckNobody(problems);
        steps.CheckLadders(fields, problems);
        if (read.HasForm && steps.Names is not null)
            steps.Check(fields, read.Documents, problems);
        return (problems.Count == 0 ? read : null, problems);
    }

    /// <summary>The declaration of a stored definition; null when there is none that can be used.</summary>
    public static Procedure? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement).Procedure;
    }

    internal static JsonElement? Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    private static List<string> FormOf(DeclaredObject declaration, IReadOnlyList<ProcedureField> fields)
    {
        var form = declaration.Texts("form");
        foreach (var (key, path) in form.Where(item => fields.All(field => field.Key != item.Value)))
            declaration.Problems.Add(new ProcedureProblem(path, $"没有字段“{key}”。"));
        foreach (var (key, path) in form.GroupBy(item => item.Value).SelectMany(same => same.Skip(1)))
            declaration.Problems.Add(new ProcedureProblem(path, $"字段“{key}”在表单中重复。"));
        if (fields.Count > 0 && form.Count == 0)
            declaration.Problem("form", "有字段而没有登记表单，须列出办事时先填的字段。");
        return [.. form.Select(item => item.Value)];
    }

    private static string? TitleOf(DeclaredObject declaration, IReadOnlyList<ProcedureField> fields, List<string> form)
    {
        var key = declaration.Text("titleField");
        if (form.Count == 0)
        {
            if (key is not null)
                declaration.Problem("titleField", "没有登记表单，不能写“titleField”。");
            return null;
        }

        if (key is null)
            declaration.Problem("titleField", "须写明哪个字段作事项的标题。");
        else if (fields.FirstOrDefault(field => field.Key == key) is not { Type: FieldType.Text, IsRequired: true } || !form.Contains(key))
            declaration.Problem("titleField", $"“{key}”不能作标题：须是登记表单中必填的单行文字字段。");
        return key;
    }

    private static string? NumberOf(DeclaredObject declaration)
    {
        if (declaration.Find("number") is not { } found)
            return null;
        var number = new DeclaredObject(found, declaration.PathOf("number"), declaration.Problems, "code");
        return found.ValueKind == JsonValueKind.Object ? number.RequiredText("code", 20) : null;
    }

    private static IncomingFields? IncomingOf(DeclaredObject declaration, IReadOnlyList<ProcedureField> fields)
    {
        if (declaration.Find("incoming") is not { } found)
            return null;
        var incoming = new DeclaredObject(found, declaration.PathOf("incoming"), declaration.Problems, "sender", "number");
        if (found.ValueKind != JsonValueKind.Object)
            return null;
        var read = new IncomingFields(incoming.RequiredText("sender"), incoming.RequiredText("number"));
        foreach (var (name, key) in new[] { ("sender", read.Sender), ("number", read.Number) })
        {
            if (key.Length > 0 && fields.FirstOrDefault(field => field.Key == key) is not { Type: FieldType.Text, IsRestricted: false })
                incoming.Problem(name, $"“{key}”须是不限阅的单行文字字段。");
        }

        return read;
    }

    private static int LightsOf(DeclaredObject declaration)
    {
        if (declaration.Find("lights") is not { } found)
            return new Procedure { Id = "", Title = "" }.YellowWorkingDays;
        var lights = new DeclaredObject(found, declaration.PathOf("lights"), declaration.Problems, "yellowWorkingDays");
        return lights.Whole("yellowWorkingDays", 0, 60) ?? 0;
    }
}
