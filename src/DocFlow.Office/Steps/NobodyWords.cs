namespace DocFlow.Office.Steps;

/// <summary><see cref="NobodyRule"/> as designers choose it.</summary>
public static class NobodyWords
{
    public const string Pass = "略过并注明";
    public const string Stop = "停住并说明";
    public const string Superior = "交给上级";

    /// <summary>Null for words that mean none of them.</summary>
    public static NobodyRule? Read(string? words) => words switch
    {
        null or "" or Pass => NobodyRule.Pass,
        Stop => NobodyRule.Stop,
        Superior => NobodyRule.Superior,
        _ => null,
    };
}
