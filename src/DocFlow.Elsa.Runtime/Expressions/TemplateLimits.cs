using System.Collections.Concurrent;
using System.Text;
using DocFlow.Elsa.Runtime.Execution;
using Fluid;
using Fluid.Values;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>Options of templates that may not grow without end: every filter's result and every assigned value is measured.</summary>
internal static class TemplateLimits
{
    private const int DeepestRecursion = 32;

    private static readonly ConcurrentDictionary<EngineLimits, TemplateOptions> Known = [];

    public static TemplateOptions OptionsFor(EngineLimits limits) => Known.GetOrAdd(limits, Create);

    private static TemplateOptions Create(EngineLimits limits)
    {
        var longest = limits.LongestTemplateOutput;
        var options = new TemplateOptions
        {
            MaxSteps = limits.MostTemplateSteps,
            MaxRecursion = DeepestRecursion,
            Assigned = (_, value, _) => new ValueTask<FluidValue>(Measured(value, longest)),
            Captured = (_, value, _) => new ValueTask<FluidValue>(Measured(value, longest)),
        };
        options.Filters.AddFilter("base64", static (input, _, _) => new StringValue(Convert.ToBase64String(Encoding.UTF8.GetBytes(input.ToStringValue()))));
        foreach (var (name, filter) in options.Filters.ToList())
            options.Filters.AddFilter(name, async (input, arguments, context) => Measured(await filter(Measured(input, longest), arguments, context), longest));
        return options;
    }

    private static FluidValue Measured(FluidValue value, int longest)
    {
        var size = value switch
        {
            StringValue => value.ToStringValue().Length,
            ArrayValue array => array.Values.Count,
            _ => 0,
        };
        return size <= longest ? value : throw new InvalidOperationException($"模板中的值超过{longest}个字符或项。");
    }
}
