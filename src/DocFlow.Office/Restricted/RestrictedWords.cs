using DocFlow.Office.Procedures;

namespace DocFlow.Office.Restricted;

/// <summary>The words of a field's <c>restrictedTo</c>: 登记人, field:key of people, and 单位/岗位 of one keeper's post.</summary>
public static class RestrictedWords
{
    /// <summary>Whoever registered the matter.</summary>
    public const string Starter = "登记人";

    private const string OfField = "field:";

    internal static string? FieldOf(string word) => word.StartsWith(OfField, StringComparison.Ordinal) ? word[OfField.Length..] : null;

    internal static bool IsPost(string word) => FieldOf(word) is null && word.Split('/') is [{ Length: > 0 }, { Length: > 0 } and not "*"];

    /// <summary>In words, before anything is filled in.</summary>
    public static string Say(ProcedureField field, IEnumerable<ProcedureField> fields)
    {
        var said = field.RestrictedTo.Select(word => FieldOf(word) is { } key ? fields.FirstOrDefault(other => other.Key == key)?.Label ?? key : word.Replace("/", "", StringComparison.Ordinal));
        return $"限阅：只有{string.Join('、', said)}本人可以查阅，每次查阅都有记录。";
    }
}
