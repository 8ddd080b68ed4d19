using System.CommandLine;
using DocFlow.Host.Engines;

namespace DocFlow.Host.CommandLine;

/// <summary>The host's commands; without one of them the web host starts.</summary>
internal static class DocFlowCommands
{
    private const int Misused = 2;

    // Made when it is asked for: a command's classes take longer to load than its work needs.
    private static readonly (string Name, Func<Command> Create)[] Own =
        [("render", RenderCommand.Create), ("check", CheckCommand.Create), ("verify", VerifyCommand.Create), ("fetch", FetchCommand.Create), ("db", DatabaseCommand.Create)];

    /// <summary>Whether the arguments name a command, or something that was meant as one: the web host's own arguments begin with “--”.</summary>
    public static bool Handles(string[] arguments) =>
        arguments.Length > 0 && (!arguments[0].StartsWith('-') || arguments[0] is "--help" or "-h" or "-?" or "--version");

    /// <summary>The names of the commands.</summary>
    public static IEnumerable<string> Names => All().Select(command => command.Name);

    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("DocFlow：公文办理系统。不带命令时启动网站。");
        var named = Array.Find(Own, command => command.Name == arguments[0]);
        foreach (var command in named.Create is { } create ? [create()] : arguments[0] == "--version" ? [] : All())
            root.Subcommands.Add(command);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync();
        // The library's own words are English.
        await Console.Error.WriteLineAsync(root.Subcommands.Any(command => command.Name == arguments[0])
            ? $"命令“{string.Join(' ', arguments)}”写得不完整或有多余的内容。用 {arguments[0]} --help 查看写法。"
            : $"没有命令“{arguments[0]}”，可用：{string.Join('、', Names)}；不带命令时启动网站。");
        return Misused;
    }

    private static IEnumerable<Command> All() => [.. Own.Take(4).Select(command => command.Create()), .. WorkflowEngine.Commands, DatabaseCommand.Create()];
}
