using System.Globalization;
using DocFlow.Documents.Preview;
using DocFlow.Documents.Typesetting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace DocFlow.Host.Pages.Documents;

/// <summary>A transparent text layer over a page's picture, in the same millimetres. Built by hand: Razor keeps the text tag for itself.</summary>
public sealed class PageWords : ComponentBase
{
    [Parameter, EditorRequired] public IReadOnlyList<PlacedText> Words { get; set; } = [];

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "svg");
        builder.AddAttribute(1, "class", "page-words");
        builder.AddAttribute(2, "viewBox", $"0 0 {Number(LayoutProfile.PageWidth)} {Number(LayoutProfile.PageHeight)}");
        builder.AddAttribute(3, "aria-hidden", "true");
        foreach (var word in Words)
        {
            builder.OpenElement(4, "text");
            builder.AddAttribute(5, "x", Number(word.X));
            builder.AddAttribute(6, "y", Number(word.Y + (Millimetres.Ascent * word.Height)));
            builder.AddAttribute(7, "font-size", Number(word.Height));
            builder.AddAttribute(8, "textLength", Number(word.Width));
            builder.AddAttribute(9, "lengthAdjust", "spacingAndGlyphs");
            if (word.Turn != 0)
                builder.AddAttribute(10, "transform", $"rotate({word.Turn} {Number(word.X)} {Number(word.Y)})");
            builder.AddContent(11, word.Text);
            builder.CloseElement();
        }

        builder.CloseElement();
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
