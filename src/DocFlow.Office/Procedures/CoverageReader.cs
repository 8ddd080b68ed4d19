using System.Text.Json;

namespace DocFlow.Office.Procedures;

/// <summary>Reads what a declaration says of pairs that every period must cover.</summary>
internal static class CoverageReader
{
    /// <summary>The one is whoever is in charge of the other's unit.</summary>
    public const string InCharge = "分管领导";

    private const int UsualReminder = 10;

    public static ProcedureCoverage? Read(DeclaredObject declaration, IReadOnlyList<ProcedureField> fields, RegisterPeriod? period)
    {
        if (declaration.Find("coverage") is not { } found)
            return null;
        var coverage = new DeclaredObject(found, declaration.PathOf("coverage"), declaration.Problems, "who", "whom", "on", "alert", "remindWorkingDays", "pairs");
        if (found.ValueKind != JsonValueKind.Object)
            return null;
        if (period is null)
            coverage.Problem(null, "须在 register.period 中写明周期。");
        var pairs = new List<CoveragePairs>();
        foreach (var (item, path) in coverage.Items("pairs"))
        {
            var one = new DeclaredObject(item, path, declaration.Problems, "who", "whom");
            if (item.ValueKind == JsonValueKind.Object)
                pairs.Add(PairsOf(one));
        }

        if (pairs.Count == 0)
            coverage.Problem("pairs", "须写明谁与谁。");
        return new ProcedureCoverage(
            FieldOf(coverage, "who", fields, FieldType.Person, "人员"), FieldOf(coverage, "whom", fields, FieldType.Person, "人员"), FieldOf(coverage, "on", fields, FieldType.Date, "日期"),
            coverage.RequiredText("alert", 20), coverage.Whole("remindWorkingDays", 1, 60) ?? UsualReminder, pairs);
    }

    private static CoveragePairs PairsOf(DeclaredObject pairs)
    {
        var (who, whom) = (pairs.RequiredText("who"), Audience.Read(pairs, "whom"));
        if (who.Length > 0 && who != InCharge && who.Split('/') is not [{ Length: > 0 }, { Length: > 0 } and not "*"])
            pairs.Problem("who", $"“{who}”无法识别，请写成一个“单位/岗位”或“{InCharge}”。");
        if (who == InCharge && whom.Count > 0)
            pairs.Problem("whom", $"“{InCharge}”对应其分管单位的人员，不再写“whom”。");
        if (who != InCharge && whom.Count == 0)
            pairs.Problem("whom", "须写明另一方，如“单位/*”。");
        return new CoveragePairs(who, whom);
    }

    private static string FieldOf(DeclaredObject coverage, string name, IReadOnlyList<ProcedureField> fields, FieldType type, string shown)
    {
        var key = coverage.RequiredText(name);
        if (key.Length > 0 && !fields.Any(field => field.Key == key && field.Type == type && field is { IsMultiple: false, IsRestricted: false }))
            coverage.Problem(name, $"“{key}”须是单个的、不限阅的{shown}字段。");
        return key;
    }
}
