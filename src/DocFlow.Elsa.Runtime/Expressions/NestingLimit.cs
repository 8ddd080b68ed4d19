using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>
/// Ends what walks through nested values before it takes long: Jint looks for circles at each level over all levels above, within one
/// call that no limit of time interrupts, so that 40,000 levels take seconds.
/// </summary>
internal sealed class NestingLimit
{
    /// <summary>No value that can be kept comes near.</summary>
    public const int Deepest = 500;

    private int _depth;

    public static void Set(Engine jint)
    {
        var limit = new NestingLimit();
        var json = jint.GetValue("JSON").AsObject();
        Replace(jint, json, "stringify", 3, (original, target, arguments) =>
        {
            RequireShallow(arguments.Length > 0 ? arguments[0] : JsValue.Undefined);
            return original.Call(target, arguments);
        });
        foreach (var name in new[] { "join", "toLocaleString" })
            Replace(jint, jint.Intrinsics.Array.PrototypeObject, name, name == "join" ? 1 : 0, limit.CallDeeper);
    }

    private static void Replace(Engine jint, ObjectInstance owner, string name, int length, Func<JsValue, JsValue, JsValue[], JsValue> call)
    {
        var original = owner.Get(name);
        var replacement = new ClrFunction(jint, name, (target, arguments) => call(original, target, arguments), length);
        owner.FastSetProperty(name, new PropertyDescriptor(replacement, writable: true, enumerable: false, configurable: true));
    }

    private JsValue CallDeeper(JsValue original, JsValue target, JsValue[] arguments)
    {
        if (_depth >= Deepest)
            throw TooDeep();
        _depth++;
        try
        {
            return original.Call(target, arguments);
        }
        finally
        {
            _depth--;
        }
    }

    // The longest way down, each value once; what closes a circle is left for Jint to name.
    private static void RequireShallow(JsValue value)
    {
        if (value is not ObjectInstance root)
            return;
        var heights = new Dictionary<ObjectInstance, int>(ReferenceEqualityComparer.Instance);
        var path = new Stack<(ObjectInstance Item, IEnumerator<ObjectInstance> Inner)>();
        path.Push((root, Inner(root)));
        heights[root] = 0;
        while (path.TryPeek(out var top))
        {
            if (top.Inner.MoveNext())
            {
                var inner = top.Inner.Current;
                if (heights.TryGetValue(inner, out var known))
                    heights[top.Item] = Math.Max(heights[top.Item], known + 1);
                else
                {
                    heights[inner] = 0;
                    path.Push((inner, Inner(inner)));
                }
            }
            else
            {
                path.Pop();
                if (path.TryPeek(out var above))
                    heights[above.Item] = Math.Max(heights[above.Item], heights[top.Item] + 1);
            }

            if (path.Count > Deepest || heights[path.Count > 0 ? path.Peek().Item : root] > Deepest)
                throw TooDeep();
        }
    }

    private static IEnumerator<ObjectInstance> Inner(ObjectInstance item)
    {
        foreach (var (_, property) in item.GetOwnProperties())
        {
            if (property.Value is ObjectInstance inner)
                yield return inner;
        }
    }

    private static InvalidOperationException TooDeep() => new($"脚本中的值嵌套超过{Deepest}层，已停止。");
}
