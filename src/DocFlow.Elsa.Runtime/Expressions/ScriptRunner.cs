using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Jint;
using Jint.Native;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>Runs a script in Jint without access to .NET, within limits of time, memory, statements and depth.</summary>
internal static class ScriptRunner
{
    private const int MostStatements = 100_000;
    private const int DeepestRecursion = 64;
    private const long MostMemory = 16 * 1024 * 1024;
    private const int LongestScript = 64 * 1024;

    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(2);

    public static object? Run(string script, WorkflowEngine engine, WorkflowDefinition definition, ActivityExecutionContext context)
    {
        if (script.Length > LongestScript)
            throw new InvalidOperationException($"脚本超过{LongestScript}个字符。");
        using var jint = new Engine(options => options
            .MaxStatements(MostStatements)
            .LimitRecursion(DeepestRecursion)
            .LimitMemory(MostMemory)
            .TimeoutInterval(LongestTime)
            .CancellationToken(engine.Context.CancellationToken));
        var variables = Define(jint, engine, definition, context);
        var before = engine.Variables.Visible(context).Select(item => item.Variable.Name).Distinct().ToDictionary(name => name, name => variables.Get(name));
        var body = script.Contains("return", StringComparison.Ordinal) ? $"(function () {{ {script} }})()" : script;
        var value = jint.Evaluate(body);
        KeepAssigned(variables, before, engine, context);
        return value.IsUndefined() || value.IsNull() ? null : value.ToObject();
    }

    private static JsObject Define(Engine jint, WorkflowEngine engine, WorkflowDefinition definition, ActivityExecutionContext context)
    {
        var visible = engine.Variables.Visible(context).DistinctBy(item => item.Variable.Name).ToList();
        var variables = new JsObject(jint);
        foreach (var (variable, value) in visible)
        {
            variables.Set(variable.Name, JsValue.FromObject(jint, value));
            jint.SetValue($"get{Pascal(variable.Name)}", () => ValueOf(engine, context, variable.Name));
            jint.SetValue($"set{Pascal(variable.Name)}", (object? changed) => engine.Variables.TrySet(context, variable.Id, changed));
        }

        foreach (var input in definition.Inputs.Keys)
            jint.SetValue($"get{Pascal(input)}", () => engine.Inputs.GetValueOrDefault(input));
        jint.SetValue("variables", variables);
        jint.SetValue("getInput", (string name) => engine.Inputs.GetValueOrDefault(name));
        jint.SetValue("getVariable", (string name) => ValueOf(engine, context, name));
        jint.SetValue("setVariable", (string name, object? value) =>
        {
            if (visible.FirstOrDefault(item => item.Variable.Name == name).Variable is { } variable)
                engine.Variables.TrySet(context, variable.Id, value);
        });
        jint.SetValue("getCorrelationId", () => engine.Context.CorrelationId);
        jint.SetValue("getWorkflowInstanceId", () => engine.Context.Id);
        jint.SetValue("getWorkflowDefinitionId", () => definition.DefinitionId);
        return variables;
    }

    private static object? ValueOf(WorkflowEngine engine, ActivityExecutionContext context, string name) =>
        engine.Variables.Visible(context).FirstOrDefault(item => item.Variable.Name == name).Value;

    // “variables.X = …” sets the variable; what the script left alone keeps what a setter may have given it.
    private static void KeepAssigned(JsObject variables, Dictionary<string, JsValue> before, WorkflowEngine engine, ActivityExecutionContext context)
    {
        foreach (var (variable, _) in engine.Variables.Visible(context).DistinctBy(item => item.Variable.Name).ToList())
        {
            var after = variables.Get(variable.Name);
            if (!after.Equals(before[variable.Name]))
                engine.Variables.TrySet(context, variable.Id, after.ToObject());
        }
    }

    private static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
