using System.Collections;
using System.Dynamic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Jint;
using Jint.Native;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>
/// Hands values to a script as its own objects, never as .NET ones, and takes changed ones back: a script that adds to a list that it
/// got from a variable has changed the variable, as in Elsa.
/// </summary>
internal sealed class ScriptValues(Engine jint, ActivityExecutionContext context)
{
    private readonly Dictionary<(ActivityExecutionContext Holder, string Id), (ScopedVariable Variable, JsValue Given, string Before)> _given = [];

    public JsValue Get(ScopedVariable variable)
    {
        var key = (variable.Holder, variable.Id);
        if (_given.TryGetValue(key, out var known))
            return known.Given;
        var value = ToScript(variable.Value);
        if (value.IsObject())
            _given[key] = (variable, value, Text(ToPlain(value)));
        return value;
    }

    public JsValue GetByName(string name) => VariableScope.FindByName(context, name) is { } variable ? Get(variable) : JsValue.Null;

    public void Set(ScopedVariable variable, JsValue value)
    {
        _given.Remove((variable.Holder, variable.Id));
        variable.Value = ToPlain(value);
    }

    public void SetByName(string name, JsValue value)
    {
        if (VariableScope.FindByName(context, name) is { } variable)
            Set(variable, value);
        else
            VariableScope.SetByName(context, name, ToPlain(value));
    }

    /// <summary>Writes back what the script changed inside the objects that it was given.</summary>
    public void KeepChanges()
    {
        foreach (var (variable, given, before) in _given.Values)
        {
            var after = ToPlain(given);
            if (Text(after) != before)
                variable.Value = after;
        }
    }

    public JsValue ToScript(object? value) => value switch
    {
        null => JsValue.Null,
        JsValue known => known,
        string text => text,
        bool boolean => boolean ? JsBoolean.True : JsBoolean.False,
        int or long or short or byte or float or double or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        DateTime or DateTimeOffset => JsValue.FromObject(jint, value),
        TimeSpan or Guid or Enum or Uri => value.ToString()!,
        byte[] bytes => new JsArray(jint, [.. bytes.Select(item => (JsValue)(int)item)]),
        _ => new Jint.Native.Json.JsonParser(jint).Parse(Text(value)),
    };

    public static object? ToPlain(JsValue value)
    {
        if (value.IsUndefined() || value.IsNull() || value.IsSymbol())
            return null;
        ScriptResult.Require(value);
        return Plain(value.ToObject());
    }

    private static object? Plain(object? value) => value switch
    {
        double number when number == Math.Floor(number) && Math.Abs(number) <= 9007199254740991 && !(number == 0 && double.IsNegative(number)) => (long)number,
        ExpandoObject map => map.ToDictionary(item => item.Key, item => Plain(item.Value)),
        IDictionary<string, object?> map => map.ToDictionary(item => item.Key, item => Plain(item.Value)),
        string or byte[] => value,
        Delegate => null,
        IEnumerable items => items.Cast<object?>().Select(Plain).ToList(),
        _ => value,
    };

    private static string Text(object? value) => value is JsonNode node ? node.ToJsonString() : JsonSerializer.Serialize(value, value?.GetType() ?? typeof(object));
}
