using System.CommandLine;
using DocFlow.Host.Engines;

namespace DocFlow.Host.CommandLine;

/// <summary>The host's commands; without one of them the web host starts.</summary>
internal static class DocFlowCommands
{
    private static readonly Command[] All = [RenderCommand.Create(), CheckCommand.Create(), FetchCommand.Create(), .. WorkflowEngine.Commands, DatabaseCommand.Create()];

    private const int Misused = 2;

    /// <summary>Whether the arguments name a command, or something that was meant as one: the web host's own arguments begin with “--”.</summary>
    public static bool Handles(string[] arguments) =>
        arguments.Length > 0 && (!arguments[0].StartsWith('-') || arguments[0] is "--help" or "-h" or "-?" or "--version");

    /// <summary>The names of the commands.</summary>
    public static IEnumerable<string> Names => All.Select(command => command.Name);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("DocFlow：公文办理系统。不带命令时启动网站。");
        foreach (var command in All)
            root.Subcommands.Add(command);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync();
        // The library's own words are English.
        await Console.Error.WriteLineAsync(All.Any(command => command.Name == arguments[0])
            ? $"命令“{string.Join(' ', arguments)}”写得不完整或有多余的内容。用 {arguments[0]} --help 查看写法。"
            : $"没有命令“{arguments[0]}”，可用：{string.Join('、', Names)}；不带命令时启动网站。");
        return Misused;
    }
}
