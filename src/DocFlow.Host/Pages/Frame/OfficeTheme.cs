using MudBlazor;

namespace DocFlow.Host.Pages.Frame;

/// <summary>Neutral greys and one accent; red belongs to the document and to what is overdue. The reader's own Chinese fonts.</summary>
internal static class OfficeTheme
{
    private static readonly string[] Fonts =
        ["system-ui", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "WenQuanYi Zen Hei", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#1f5fa8",
            AppbarBackground = "#ffffff",
            AppbarText = "#1d2430",
            Background = "#f5f6f8",
            TextPrimary = "#1d2430",
            TextSecondary = "#566070",
            Error = "#b3261e",
            LinesDefault = "#d9dde3",
            LinesInputs = "#8a94a3",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#7db3ee",
            AppbarBackground = "#20252c",
            Background = "#16191e",
            Surface = "#20252c",
            DrawerBackground = "#20252c",
            TextPrimary = "#e8eaee",
            TextSecondary = "#aab2bf",
            Error = "#ff8a80",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "1rem", LineHeight = "1.6", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontSize = "1rem", LineHeight = "1.6", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontSize = "1rem", TextTransform = "none", LetterSpacing = "normal" },
            Caption = new CaptionTypography { FontSize = "0.875rem", LetterSpacing = "normal" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", DrawerWidthLeft = "200px" },
    };
}
