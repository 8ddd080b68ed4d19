using System.Text.Json;
using DocFlow.Office.Deadlines;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Procedures;

/// <summary>The steps of a definition as far as a declaration speaks of them.</summary>
internal sealed class DeclaredSteps
{
    private const string Archive = "DocFlow.Archive";
    private const string Branch = "DocFlow.Branch";
    private const string Call = "DocFlow.Call";
    private const string Divide = "DocFlow.Divide";
    private const string Extend = "DocFlow.Extend";
    private const string Ladder = "escalation";
    private const string SealPaper = "DocFlow.SealPaper";
    private const string Sign = "DocFlow.Sign";
    private const string Seal = "DocFlow.Seal";
    private const string Otherwise = "其他";
    private const string FieldPrefix = "field:";

    private static readonly char[] Separators = ['，', ',', '；', ';'];
    private static readonly string[] DocumentInputs = ["document", "letter"];
    private static readonly string[] PeopleInputs = ["post", "escalateTo", "readers"];

    // Whose field's value the engine or another matter would come to know.
    private static readonly string[] OpenInputs = ["field", "daysField"];

    private readonly List<(JsonElement Activity, string Path)> _activities = [];
    private readonly string? _id;

    public DeclaredSteps(JsonElement definition)
    {
        _id = Text(definition, "definitionId");
        if (ProcedureReader.Find(definition, "root") is not { } root)
            return;
        Collect(root, "$.root");
        Names = [.. _activities.Select(item => Literal(item.Activity, "stepName") ?? Text(item.Activity, "name")).OfType<string>()];
    }

    /// <summary>The steps' names in Chinese; null when only the declaration is at hand.</summary>
    public IReadOnlyCollection<string>? Names { get; }

    /// <summary>The names of the steps that people decide.</summary>
    public IReadOnlyList<string> Human => [.. _activities.Select(item => Literal(item.Activity, "stepName")).OfType<string>().Distinct()];

    /// <summary>The buttons that a step names itself, as they are written; null where it names none.</summary>
    public string? ButtonsOf(string step) => _activities.Where(item => Literal(item.Activity, "stepName") == step).Select(item => Literal(item.Activity, "buttons")).FirstOrDefault();

    /// <summary>The number fields that say by how many working days a matter's deadline is put off (延期).</summary>
    public IReadOnlyList<string> Extensions => [.. _activities.Where(item => Text(item.Activity, "type") == Extend).Select(item => Literal(item.Activity, "daysField")).OfType<string>().Distinct()];

    /// <summary>Whether each step's ladder (逐级上报) can be read.</summary>
    public void CheckLadders(IReadOnlyList<ProcedureField> fields, List<ProcedureProblem> problems)
    {
        foreach (var (activity, path) in _activities)
        {
            var lines = EscalationLadder.Lines(Literal(activity, Ladder));
            if (lines.Length > 0 && Text(activity, "type") == Call)
                problems.Add(new ProcedureProblem($"{path}.{Ladder}", "“呼叫”按分钟逐人呼叫，没有逐级上报；无人接报时报告给谁写在 escalateTo。"));
            foreach (var line in lines)
            {
                if (EscalationLadder.Read(line) is { } rung)
                    CheckPeople(rung.To, $"{path}.{Ladder}", fields, problems);
                else
                    problems.Add(new ProcedureProblem($"{path}.{Ladder}", EscalationLadder.Unreadable(line)));
            }
        }
    }

    /// <summary>What the steps of a procedure with a form must have.</summary>
    public void Check(IReadOnlyList<ProcedureField> fields, IReadOnlyList<ProcedureDocument> documents, List<ProcedureProblem> problems)
    {
        if (_activities.TrueForAll(item => Text(item.Activity, "type") != Archive))
            problems.Add(new ProcedureProblem("$.root.activities", "缺少“归档”步骤：事项办完后须归档，否则一直算作在办。"));
        foreach (var (document, index) in documents.Select((document, index) => (document, index)).Where(item => item.document.MustBeSealed && !IsSealed(item.document.Name)))
            problems.Add(new ProcedureProblem($"$.customProperties.docflow.documents[{index}].seal", $"文书“{document.Name}”须用印，却没有步骤为它“文书用印”；由期限发出的（letter）和先发后印的（sealLater）不用步骤。"));
        foreach (var (activity, path) in _activities)
        {
            var declared = Literal(activity, "fields");
            foreach (var button in StepFields.Buttons(declared).Where(button => Literal(activity, "buttons")?.Contains($"\"{button}\"", StringComparison.Ordinal) != true))
                problems.Add(new ProcedureProblem($"{path}.fields", $"没有按钮“{button}”。"));
            foreach (var key in StepFields.All(declared).Where(key => fields.All(field => field.Key != key)))
                problems.Add(new ProcedureProblem($"{path}.fields", $"没有字段“{key}”。"));
            foreach (var input in DocumentInputs.Where(input => Literal(activity, input) is { Length: > 0 } name && documents.All(document => document.Name != name)))
                problems.Add(new ProcedureProblem($"{path}.{input}", $"没有文书“{Literal(activity, input)}”，请在 documents 中写明。"));
            if ((Text(activity, "type") == SealPaper || IsSealedLater(activity)) && documents.FirstOrDefault(document => document.Name == Literal(activity, "document")) is { MustBeSealed: false } bare)
                problems.Add(new ProcedureProblem($"{path}.document", $"文书“{bare.Name}”没有写明须用印（seal），请在 documents 中写明。"));
            if (Literal(activity, "sealedBy") is { Length: > 0 } keeper && !Human.Contains(keeper))
                problems.Add(new ProcedureProblem($"{path}.sealedBy", $"没有步骤“{keeper}”，须写明由监印人办理的步骤。"));
            if (Text(activity, "type") == Divide)
            {
                CheckDivision(activity, path, fields, problems);
                if (_id is not null && Literal(activity, "procedure") == _id)
                    problems.Add(new ProcedureProblem($"{path}.procedure", "不能分解为本流程自身：会没完没了。"));
            }

            foreach (var input in OpenInputs.Where(input => Literal(activity, input) is { } key && fields.Any(field => field.Key == key && field.IsRestricted)))
                problems.Add(new ProcedureProblem($"{path}.{input}", $"限阅字段“{Literal(activity, input)}”的内容不能由流程读写。"));
            if (Literal(activity, "dueField") is { } due && !fields.Any(field => field.Key == due && field is { Type: FieldType.Date, IsRestricted: false }))
                problems.Add(new ProcedureProblem($"{path}.dueField", $"“{due}”须是不限阅的日期字段，才能作本步骤的期限。"));
            if (Literal(activity, "personField") is { } leaver && !fields.Any(field => field.Key == leaver && field is { Type: FieldType.Person, IsMultiple: false, IsRestricted: false }))
                problems.Add(new ProcedureProblem($"{path}.personField", $"“{leaver}”须是不限阅的单个人员字段。"));
            if (Literal(activity, "stepField") is { } step && !fields.Any(field => field.Key == step && field is { List: ProcedureField.StepList, IsRestricted: false }))
                problems.Add(new ProcedureProblem($"{path}.stepField", $"“{step}”须是选项取自“{ProcedureField.StepList}”（全部流程的环节）的字段。"));
            if (Literal(activity, "textField") is { } words && !fields.Any(field => field.Key == words && field is { Type: FieldType.Text, IsRestricted: false }))
                problems.Add(new ProcedureProblem($"{path}.textField", $"“{words}”须是不限阅的单行文字字段。"));
            if (Text(activity, "type") == Branch)
                CheckBranch(activity, path, fields, problems);
            foreach (var input in PeopleInputs)
                CheckPeople(Literal(activity, input), $"{path}.{input}", fields, problems);
        }
    }

    /// <summary>What a step does when it finds nobody, also in procedures without a form.</summary>
    public void CheckNobody(List<ProcedureProblem> problems)
    {
        foreach (var (activity, path) in _activities)
        {
            var words = Literal(activity, "whenNobody");
            if (NobodyWords.Read(words) is not { } rule)
                problems.Add(new ProcedureProblem($"{path}.whenNobody", $"找不到办理人时没有“{words}”这种办法，可选：{NobodyWords.Pass}、{NobodyWords.Stop}、{NobodyWords.Superior}。"));
            else if (rule == NobodyRule.Superior && Text(activity, "type") is Sign or Seal)
                problems.Add(new ProcedureProblem($"{path}.whenNobody", "签发权、用印权属于岗位，找不到人时不能交给上级。"));
        }
    }

    // What the ladder sends and what can't wait is sealed by the keeper, without a step.
    private bool IsSealed(string name) => _activities.Exists(item => Literal(item.Activity, "letter") == name
        || (Literal(item.Activity, "document") == name && (Text(item.Activity, "type") == SealPaper || IsSealedLater(item.Activity))));

    private static bool IsSealedLater(JsonElement activity) => ProcedureReader.Find(activity, "sealLater") is { } input && ProcedureReader.Find(input, "expression") is { } expression
        && ProcedureReader.Find(expression, "value") is { ValueKind: JsonValueKind.True };

    private static void CheckDivision(JsonElement activity, string path, IReadOnlyList<ProcedureField> fields, List<ProcedureProblem> problems)
    {
        if (Literal(activity, "field") is not { Length: > 0 } name)
            return;
        var parts = name.Split('.', 2);
        var field = fields.FirstOrDefault(field => field.Key == parts[0]);
        var divided = parts.Length == 1 ? field : field?.Columns.FirstOrDefault(column => column.Key == parts[1]);
        var byRow = divided?.Type == FieldType.Table;
        if (divided is null)
            problems.Add(new ProcedureProblem($"{path}.field", $"没有字段“{name}”。"));
        else if (!byRow && divided.Type is not (FieldType.Person or FieldType.Unit))
            problems.Add(new ProcedureProblem($"{path}.field", $"“{name}”不是人员、单位或表格字段，不能按它分解。"));
        else if (!byRow && Literal(activity, "intoField") is not { Length: > 0 })
            problems.Add(new ProcedureProblem($"{path}.intoField", "须写明新事项中写入该单位或人员的字段。"));
    }

    private static void CheckBranch(JsonElement activity, string path, IReadOnlyList<ProcedureField> fields, List<ProcedureProblem> problems)
    {
        var (key, cases) = (Literal(activity, "field"), Literal(activity, "cases") ?? "");
        if (fields.FirstOrDefault(field => field.Key == key) is not { Type: FieldType.Choice, IsMultiple: false } choice)
        {
            problems.Add(new ProcedureProblem($"{path}.field", $"“{key}”须是单个的选择字段，才能按它分支。"));
            return;
        }

        if (choice.List is null && (!choice.IsRequired || choice.Options.Any(option => !cases.Contains($"\"{option}\"", StringComparison.Ordinal))) && !cases.Contains($"\"{Otherwise}\"", StringComparison.Ordinal))
            problems.Add(new ProcedureProblem($"{path}.cases", $"“{choice.Label}”有没有列出的选项或可以不填，须有出口“{Otherwise}”。"));
    }

    private static void CheckPeople(string? words, string path, IReadOnlyList<ProcedureField> fields, List<ProcedureProblem> problems)
    {
        foreach (var word in Split(words).Where(word => word.StartsWith(FieldPrefix, StringComparison.Ordinal)))
        {
            var key = word[FieldPrefix.Length..];
            var parts = key.Split('.', 2);
            var named = fields.FirstOrDefault(field => field.Key == parts[0]);
            if ((parts.Length == 1 ? named : named?.Columns.FirstOrDefault(column => column.Key == parts[1])) is not { } field)
                problems.Add(new ProcedureProblem(path, $"没有字段“{key}”。"));
            else if (field.IsRestricted)
                problems.Add(new ProcedureProblem(path, $"限阅字段“{key}”不能作办理人。"));
            else if (field.Type is not (FieldType.Person or FieldType.Unit))
                problems.Add(new ProcedureProblem(path, $"“{key}”不是人员或单位字段，不能作办理人。"));
        }
    }

    private void Collect(JsonElement container, string path)
    {
        if (ProcedureReader.Find(container, "activities") is not { ValueKind: JsonValueKind.Array } activities)
            return;
        foreach (var (activity, index) in activities.EnumerateArray().Select((activity, index) => (activity, index)))
        {
            var place = $"{path}.activities[{index}]";
            _activities.Add((activity, place));
            Collect(activity, place);
        }
    }

    private static IEnumerable<string> Split(string? words) => words?.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static string? Text(JsonElement element, string name) =>
        ProcedureReader.Find(element, name) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    private static string? Literal(JsonElement activity, string input) =>
        ProcedureReader.Find(activity, input) is { } found && ProcedureReader.Find(found, "expression") is { } expression && Text(expression, "type") == "Literal"
            ? Text(expression, "value")
            : null;
}
