using System.CommandLine;

namespace DocFlow.Host.CommandLine;

/// <summary>The host's commands; without one of them the web host starts.</summary>
internal static class DocFlowCommands
{
    private static readonly Command[] All = [RenderCommand.Create(), CheckCommand.Create(), FetchCommand.Create(), WorkflowCommand.Create(), DatabaseCommand.Create()];

    /// <summary>Whether the arguments name a command.</summary>
    public static bool Handles(string[] arguments) =>
        arguments.Length > 0 && (All.Any(command => command.Name == arguments[0]) || arguments[0] is "--help" or "-h" or "-?" or "--version");

    /// <summary>The names of the commands.</summary>
    public static IEnumerable<string> Names => All.Select(command => command.Name);

    public static Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("DocFlow：公文办理系统。不带命令时启动网站。");
        foreach (var command in All)
            root.Subcommands.Add(command);
        return root.Parse(arguments).InvokeAsync();
    }
}
