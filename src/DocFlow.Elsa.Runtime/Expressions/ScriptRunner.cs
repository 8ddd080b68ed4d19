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
        Define(jint, engine, definition, context);
        var body = script.Contains("return", StringComparison.Ordinal) ? $"(function () {{ {script} }})()" : script;
        var value = jint.Evaluate(body);
        return value.IsUndefined() || value.IsNull() ? null : value.ToObject();
    }

    private static void Define(Engine jint, WorkflowEngine engine, WorkflowDefinition definition, ActivityExecutionContext context)
    {
        var visible = engine.Variables.Visible(context).DistinctBy(item => item.Variable.Name).ToList();
        var variables = new JsObject(jint);
        foreach (var (variable, value) in visible)
        {
            var current = value;
            variables.Set(variable.Name, JsValue.FromObject(jint, value));
            jint.SetValue($"get{Pascal(variable.Name)}", () => current);
            jint.SetValue($"set{Pascal(variable.Name)}", (object? changed) =>
            {
                current = changed;
                engine.Variables.TrySet(context, variable.Id, changed);
            });
        }

        foreach (var input in definition.Inputs.Keys)
            jint.SetValue($"get{Pascal(input)}", () => engine.Inputs.GetValueOrDefault(input));
        jint.SetValue("variables", variables);
        jint.SetValue("getInput", (string name) => engine.Inputs.GetValueOrDefault(name));
        jint.SetValue("getVariable", (string name) => visible.FirstOrDefault(item => item.Variable.Name == name).Value);
        jint.SetValue("setVariable", (string name, object? value) =>
        {
            if (visible.FirstOrDefault(item => item.Variable.Name == name).Variable is { } variable)
                engine.Variables.TrySet(context, variable.Id, value);
        });
        jint.SetValue("getCorrelationId", () => engine.Context.CorrelationId);
        jint.SetValue("getWorkflowInstanceId", () => engine.Context.Id);
        jint.SetValue("getWorkflowDefinitionId", () => definition.DefinitionId);
    }

    private static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
