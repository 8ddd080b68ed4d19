namespace DocFlow.Documents.Source;

/// <summary>
/// Whether this installation may hold classified documents (密级). An ordinary system must refuse them (条例 art. 25); one that was approved
/// for them says so by DOCFLOW_CLASSIFIED=allow in the environment of the process, where no user can reach it.
/// </summary>
public static class ClassifiedSetting
{
    public const string Variable = "DOCFLOW_CLASSIFIED";

    private const string Allow = "allow";

    /// <summary>Whether classified documents are taken.</summary>
    public static bool IsAllowed { get; } = Environment.GetEnvironmentVariable(Variable) == Allow;

    /// <summary>What is wrong with the setting, in one line; null when it is understood.</summary>
    public static string? Problem(string? value) => value is null or "" or Allow or "refuse" ? null : $"{Variable} 的值“{value}”不认识，请写 {Allow} 或 refuse（默认）。";
}
