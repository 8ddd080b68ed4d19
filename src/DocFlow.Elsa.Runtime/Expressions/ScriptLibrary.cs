using System.Globalization;
using System.Text;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Jint;
using Jint.Native;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>The functions that scripts may call: Elsa's names. Only those that a script's text mentions are made.</summary>
internal sealed class ScriptLibrary
{
    private readonly Engine _jint;
    private readonly string _script;

    private ScriptLibrary(Engine jint, string script) => (_jint, _script) = (jint, script);

    public static void Define(Engine jint, string script, ScriptValues values, WorkflowEngine engine, WorkflowDefinition definition, ActivityExecutionContext context)
    {
        var library = new ScriptLibrary(jint, script);
        library.DefineVariables(values, context);
        library.DefineInputs(values, engine, definition, context);
        library.DefineInstance(engine, definition, context);
        library.DefineOutputs(values, engine, definition, context);
        library.DefineTools();
    }

    private void DefineVariables(ScriptValues values, ActivityExecutionContext context)
    {
        Add("getVariable", arguments => values.GetByName(Text(arguments, 0)));
        Add("setVariable", arguments => Do(() => values.SetByName(Text(arguments, 0), At(arguments, 1))));
        var visible = VariableScope.Visible(context).DistinctBy(variable => variable.Name).ToList();
        foreach (var variable in visible)
        {
            Add($"get{AccessorName.Of(variable.Name)}", _ => values.Get(variable));
            Add($"set{AccessorName.Of(variable.Name)}", arguments => Do(() => values.Set(variable, At(arguments, 0))));
        }

        if (!_script.Contains("variables", StringComparison.Ordinal))
            return;
        var all = new JsObject(_jint);
        foreach (var variable in visible)
        {
            all.FastSetProperty(variable.Name, new GetSetPropertyDescriptor(
                new ClrFunction(_jint, variable.Name, (_, _) => values.Get(variable)),
                new ClrFunction(_jint, variable.Name, (_, arguments) => Do(() => values.Set(variable, At(arguments, 0)))),
                enumerable: true));
        }

        _jint.SetValue("variables", all);
    }

    private void DefineInputs(ScriptValues values, WorkflowEngine engine, WorkflowDefinition definition, ActivityExecutionContext context)
    {
        Add("getInput", arguments => values.ToScript(CompositeInputs.Find(engine, context, Text(arguments, 0))));
        foreach (var input in definition.Inputs.Keys)
            Add($"get{AccessorName.Of(input)}", _ => values.ToScript(CompositeInputs.Find(engine, context, input)));
    }

    private void DefineInstance(WorkflowEngine engine, WorkflowDefinition definition, ActivityExecutionContext context)
    {
        Add("getWorkflowDefinitionId", _ => definition.DefinitionId);
        Add("getWorkflowDefinitionVersionId", _ => definition.VersionId);
        Add("getWorkflowDefinitionVersion", _ => definition.Version);
        Add("getWorkflowInstanceId", _ => engine.Context.Id);
        Add("getCorrelationId", _ => engine.Context.CorrelationId is { } id ? id : JsValue.Null);
        Add("setCorrelationId", arguments => Do(() => engine.Context.CorrelationId = TextOrNull(arguments, 0)));
        Add("getWorkflowInstanceName", _ => engine.Context.Name is { } name ? name : JsValue.Null);
        Add("setWorkflowInstanceName", arguments => Do(() => engine.Context.Name = TextOrNull(arguments, 0)));
        if (context.Activity is not RunJavaScript)
            return;
        Add("setOutcome", arguments => Do(() => engine.ChooseOutcomes([Text(arguments, 0)])));
        Add("setOutcomes", arguments => Do(() => engine.ChooseOutcomes(At(arguments, 0).IsArray() ? At(arguments, 0).AsArray().Select(item => item.ToString()) : [Text(arguments, 0)])));
    }

    private void DefineOutputs(ScriptValues values, WorkflowEngine engine, WorkflowDefinition definition, ActivityExecutionContext context)
    {
        Add("getLastResult", _ => values.ToScript(engine.Outputs.LastResult));
        Add("getOutputFrom", arguments =>
        {
            var activity = ActivityOutputs.Find(context, Text(arguments, 0)) ?? throw new InvalidOperationException($"找不到活动“{Text(arguments, 0)}”。");
            return values.ToScript(engine.Outputs.Find(context, activity, TextOrNull(arguments, 1) ?? "Result"));
        });
        if (!_script.Contains("From", StringComparison.Ordinal))
            return;
        foreach (var (activity, output) in ActivityOutputs.Visible(context))
        {
            var name = definition.ToolVersion is { Major: >= 3 } ? activity.Name : activity.Id;
            if (!string.IsNullOrEmpty(name))
                Add($"get{output}From{AccessorName.Of(name)}", _ => values.ToScript(engine.Outputs.Find(context, activity, output)));
        }
    }

    private void DefineTools()
    {
        Add("isNullOrEmpty", arguments => string.IsNullOrEmpty(TextOrNull(arguments, 0)));
        Add("isNullOrWhiteSpace", arguments => string.IsNullOrWhiteSpace(TextOrNull(arguments, 0)));
        foreach (var name in new[] { "newGuid", "getGuid", "getGuidString", "newGuidString" })
            Add(name, _ => Guid.NewGuid().ToString());
        foreach (var name in new[] { "getShortGuid", "newShortGuid" })
            Add(name, _ => Convert.ToBase64String(Guid.NewGuid().ToByteArray()).Replace('/', '_').Replace('+', '-')[..22]);
        Add("parseGuid", arguments => Guid.Parse(Text(arguments, 0)).ToString());
        Add("toJson", arguments => PlainJson.Write(ScriptValues.ToPlain(At(arguments, 0))));
        Add("bytesToString", arguments => Encoding.UTF8.GetString(Bytes(At(arguments, 0))));
        Add("bytesFromString", arguments => FromBytes(Encoding.UTF8.GetBytes(Text(arguments, 0))));
        Add("bytesToBase64", arguments => Convert.ToBase64String(Bytes(At(arguments, 0))));
        Add("bytesFromBase64", arguments => FromBytes(Convert.FromBase64String(Text(arguments, 0))));
        Add("streamToBytes", arguments => FromBytes(Bytes(At(arguments, 0))));
        Add("streamToBase64", arguments => Convert.ToBase64String(Bytes(At(arguments, 0))));
        Add("stringToBase64", arguments => Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(arguments, 0))));
        Add("stringFromBase64", arguments => Encoding.UTF8.GetString(Convert.FromBase64String(Text(arguments, 0))));
    }

    private void Add(string name, Func<JsValue[], JsValue> function)
    {
        if (_script.Contains(name, StringComparison.Ordinal))
            _jint.SetValue(name, new ClrFunction(_jint, name, (_, arguments) => function(arguments)));
    }

    private JsArray FromBytes(byte[] bytes) => new(_jint, [.. bytes.Select(item => (JsValue)(int)item)]);

    private static byte[] Bytes(JsValue value) => value.IsArray() ? [.. value.AsArray().Select(item => (byte)item.AsNumber())] : Encoding.UTF8.GetBytes(value.ToString());

    private static JsValue Do(Action action)
    {
        action();
        return JsValue.Undefined;
    }

    private static JsValue At(JsValue[] arguments, int index) => index < arguments.Length ? arguments[index] : JsValue.Undefined;

    private static string Text(JsValue[] arguments, int index) => TextOrNull(arguments, index) ?? "";

    private static string? TextOrNull(JsValue[] arguments, int index) => At(arguments, index) is var value && (value.IsNull() || value.IsUndefined()) ? null : value.ToString();
}
