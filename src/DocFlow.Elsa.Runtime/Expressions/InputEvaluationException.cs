namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>An input can't be evaluated; the cause is the inner exception.</summary>
internal sealed class InputEvaluationException(string inputName, Exception cause)
    : Exception($"Failed to evaluate activity input '{inputName}'（输入“{inputName}”无法求值：{cause.Message}）", cause);
