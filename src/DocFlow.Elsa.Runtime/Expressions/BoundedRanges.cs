using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>Replaces a template's ranges, which Fluid fills before the first turn, by ones that refuse to be long.</summary>
internal sealed class BoundedRanges : AstRewriter
{
    private const int Longest = 100_000;

    public static IFluidTemplate In(IFluidTemplate template) => new BoundedRanges().VisitTemplate(template);

    protected override Expression VisitRangeExpression(RangeExpression rangeExpression) => new BoundedRange(rangeExpression);

    private sealed class BoundedRange(RangeExpression range) : Expression
    {
        public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
        {
            var from = (await range.From.EvaluateAsync(context)).ToNumberValue();
            var to = (await range.To.EvaluateAsync(context)).ToNumberValue();
            return to - from < Longest ? await range.EvaluateAsync(context) : throw new InvalidOperationException($"模板中的区间超过{Longest}项。");
        }
    }
}
