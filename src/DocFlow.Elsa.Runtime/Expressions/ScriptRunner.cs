using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Jint;
using Jint.Native;
using Jint.Runtime;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>Runs a script in Jint without access to .NET, within limits of time, memory, statements and depth.</summary>
internal sealed class ScriptRunner(WorkflowEngine engine, WorkflowDefinition definition, ActivityExecutionContext context, EngineLimits limits)
{
    private const int MostKept = 1000;

    private static readonly ScriptPreparationOptions Parsing = new() { ParsingOptions = new ScriptParsingOptions { AllowReturnOutsideFunction = true } };
    private static readonly ConcurrentDictionary<string, Prepared<Acornima.Ast.Script>> Scripts = [];

    public object? Run(string script)
    {
        if (script.Length > limits.LongestScript)
            throw new InvalidOperationException($"脚本超过{limits.LongestScript}个字符。");
        return ScriptShape.IsPlain(script) ? RunHere(script, isPlain: true) : DeepStack.Run(() => RunHere(script, isPlain: false));
    }

    private object? RunHere(string script, bool isPlain)
    {
        using var jint = new Engine(options =>
        {
            options.MaxStatements(limits.MostScriptStatements)
                .LimitRecursion(limits.DeepestScriptRecursion)
                .LimitMemory(limits.MostScriptMemory)
                .TimeoutInterval(limits.LongestScriptTime)
                .RegexTimeoutInterval(limits.LongestScriptTime)
                .CancellationToken(engine.Context.CancellationToken);
            options.Constraints.MaxArraySize = (uint)(limits.MostScriptMemory / 16);
        });
        // Waiting there isn't running: no limit would end it.
        jint.SetValue("Atomics", JsValue.Undefined);
        if (!isPlain)
            NestingLimit.Set(jint);
        var values = new ScriptValues(jint, context);
        ScriptLibrary.Define(jint, script, values, engine, definition, context);
        try
        {
            var value = jint.Evaluate(Prepare(script));
            values.KeepChanges();
            return ScriptValues.ToPlain(value);
        }
        catch (Exception exception) when (Explain(exception) is { } reason)
        {
            throw new InvalidOperationException(reason, exception);
        }
    }

    private static Prepared<Acornima.Ast.Script> Prepare(string script)
    {
        if (Scripts.TryGetValue(script, out var prepared))
            return prepared;
        prepared = Engine.PrepareScript(script, options: Parsing);
        if (Scripts.Count >= MostKept)
            Scripts.Clear();
        return Scripts[script] = prepared;
    }

    // Jint's own words for a limit say nothing to an office.
    private string? Explain(Exception exception) => exception switch
    {
        TimeoutException => $"脚本运行超过{limits.LongestScriptTime.TotalSeconds:0}秒，已停止。",
        StatementsCountOverflowException => $"脚本执行超过{limits.MostScriptStatements}条语句，可能有死循环，已停止。",
        RecursionDepthOverflowException => $"脚本递归超过{limits.DeepestScriptRecursion}层，已停止。",
        MemoryLimitExceededException or OutOfMemoryException => $"脚本占用内存超过{limits.MostScriptMemory / 1024 / 1024} MB，已停止。",
        _ => null,
    };
}
