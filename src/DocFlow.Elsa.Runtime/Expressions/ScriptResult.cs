using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>Whether what a script made can be kept: finite numbers, in a tree that is neither too deep nor too large.</summary>
internal static class ScriptResult
{
    // What is kept lies some levels down in the instance's JSON, which ends at 64.
    private const int Deepest = 48;
    private const int MostValues = 200_000;

    /// <exception cref="InvalidOperationException">It can't; says why.</exception>
    public static void Require(JsValue value)
    {
        var left = MostValues;
        Require(value, 0, ref left);
    }

    // Depth ends circles; the number of values ends trees that share branches, which grow when they are written out.
    private static void Require(JsValue value, int depth, ref int left)
    {
        if (--left < 0)
            throw new InvalidOperationException($"脚本的结果过大，超过{MostValues}个值，不能保存。");
        if (value.IsNumber() && !double.IsFinite(value.AsNumber()))
            throw new InvalidOperationException("脚本的结果不是有限的数（如除以零），不能保存。");
        if (value is not ObjectInstance item || item is Function)
            return;
        if (depth >= Deepest)
            throw new InvalidOperationException($"脚本的结果嵌套超过{Deepest}层，不能保存。");
        foreach (var (_, property) in item.GetOwnProperties())
        {
            if (property.Value is { } inner)
                Require(inner, depth + 1, ref left);
        }
    }
}
