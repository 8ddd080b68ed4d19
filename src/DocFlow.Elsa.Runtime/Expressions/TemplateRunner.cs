using System.Collections.Concurrent;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Fluid;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>Renders Liquid templates without access to files or .NET members, within limits of steps, depth and size.</summary>
internal static class TemplateRunner
{
    private const int MostKept = 500;

    // Characters in which nothing can nest dangerously deep.
    private const int Shallow = 1000;

    private static readonly FluidParser Parser = new();
    private static readonly ConcurrentDictionary<string, IFluidTemplate> Templates = [];

    /// <summary>The text; for a template that can't be read, what is wrong with it, as Elsa does.</summary>
    public static string Run(string source, WorkflowEngine engine, WorkflowDefinition definition, ActivityExecutionContext context, EngineLimits limits)
    {
        if (source.Length > limits.LongestScript)
            throw new InvalidOperationException($"模板超过{limits.LongestScript}个字符。");
        return source.Length <= Shallow ? RunHere(source, engine, definition, context, limits) : DeepStack.Run(() => RunHere(source, engine, definition, context, limits));
    }

    private static string RunHere(string source, WorkflowEngine engine, WorkflowDefinition definition, ActivityExecutionContext context, EngineLimits limits)
    {
        if (!Templates.TryGetValue(source, out var template))
        {
            if (!Parser.TryParse(source, out template, out var error))
                return error;
            template = BoundedRanges.In(template);
            if (Templates.Count >= MostKept)
                Templates.Clear();
            Templates[source] = template;
        }

        var values = new TemplateContext(TemplateLimits.OptionsFor(limits));
        var variables = new Dictionary<string, object?>();
        foreach (var variable in VariableScope.Visible(context))
            variables.TryAdd(variable.Name, variable.Value);
        values.SetValue("Variables", variables);
        values.SetValue("Input", CompositeInputs.All(engine, context));
        values.SetValue("CorrelationId", engine.Context.CorrelationId);
        values.SetValue("WorkflowDefinitionId", definition.DefinitionId);
        values.SetValue("WorkflowDefinitionVersionId", definition.VersionId);
        values.SetValue("WorkflowDefinitionVersion", definition.Version);
        values.SetValue("WorkflowInstanceId", engine.Context.Id);
        using var writer = new BoundedWriter(limits.LongestTemplateOutput);
        template.RenderAsync(writer, NullEncoder.Default, values).AsTask().GetAwaiter().GetResult();
        return writer.ToString();
    }
}
