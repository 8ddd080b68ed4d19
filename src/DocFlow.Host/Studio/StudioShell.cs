using System.Text.Encodings.Web;
using DocFlow.Host.Parts;

namespace DocFlow.Host.Studio;

/// <summary>The page inside the frame: what the package needs around its elements, and nothing from elsewhere.</summary>
internal static class StudioShell
{
    /// <summary>Below the prefix that this host is reached under.</summary>
    public const string Path = "/studio";

    // What the package's culture switch and Monaco offer; Studio's own words are put into Chinese by studio-words.js.
    public const string Settings = """{"Logging":{"LogLevel":{"Default":"Warning"}},"Localization":{"DefaultCulture":"zh-CN","SupportedCultures":["zh-CN"]}}""";

    /// <param name="pathBase">The prefix, for the base address.</param>
    /// <param name="place">What is shown first.</param>
    public static string Html(PathString pathBase, string place)
    {
        var root = HtmlEncoder.Default.Encode(pathBase.ToUriComponent());
        const string version = StudioPackage.Version;
        return $"""
            <!DOCTYPE html>
            <html lang="zh-CN" data-place="{HtmlEncoder.Default.Encode(place)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>流程设计器</title>
            <base href="{root}{Path}/">
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="_content/MudBlazor/MudBlazor.min.css?v={version}">
            <link rel="stylesheet" href="_content/CodeBeam.MudBlazor.Extensions/MudExtensions.min.css?v={version}">
            <link rel="stylesheet" href="_content/Radzen.Blazor/css/material-base.css?v={version}">
            <link rel="stylesheet" href="_content/Elsa.Studio.Shell/css/shell.css?v={version}">
            <link rel="stylesheet" href="Elsa.Studio.Host.CustomElements.styles.css?v={version}">
            <link rel="stylesheet" href="{root}/studio-frame.css">
            </head>
            <body>
            <p id="opening" role="status">正在打开流程设计器…</p>
            <div id="studio" class="elsa-studio-shell"></div>
            <div id="blazor-error-ui" role="alert">流程设计器出了问题，已保存的改动没有丢失。<a href="" class="reload">重新打开</a></div>
            <script src="_content/BlazorMonaco/jsInterop.js?v={version}"></script>
            <script src="{root}/studio-words.js"></script>
            <script src="{root}/studio-names.js"></script>
            <script src="{root}/studio-frame.js"></script>
            <script src="{root}/studio-findings.js"></script>
            <script src="_content/BlazorMonaco/lib/monaco-editor/min/vs/loader.js?v={version}"></script>
            <script src="_content/BlazorMonaco/lib/monaco-editor/min/vs/editor/editor.main.js?v={version}"></script>
            <script src="_content/MudBlazor/MudBlazor.min.js?v={version}"></script>
            <script src="_content/CodeBeam.MudBlazor.Extensions/MudExtensions.min.js?v={version}"></script>
            <script src="_content/Radzen.Blazor/Radzen.Blazor.js?v={version}"></script>
            <script src="_framework/blazor.webassembly.js?v={version}" autostart="false"></script>
            <script src="{root}/studio-start.js"></script>
            </body>
            </html>
            """;
    }
}
