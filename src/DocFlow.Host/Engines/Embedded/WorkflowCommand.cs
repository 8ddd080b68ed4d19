using System.CommandLine;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Host.CommandLine;
using DocFlow.Host.Composition;
using DocFlow.Host.Rendering;

namespace DocFlow.Host.Engines;

/// <summary>
/// workflow validate FILE, workflow run FILE, workflow export ID: checks, runs or writes out one Elsa definition. Exit 1 for findings
/// or a fault, 2 for what can't be read or run.
/// </summary>
internal static class WorkflowCommand
{
    private const int HasFindings = 1;
    private const int Unreadable = 2;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "流程定义（JSON）" };
        var input = new Option<string[]>("--input") { Description = "输入，名称=值，可写多个", DefaultValueFactory = _ => [] };
        var id = new Argument<string>("ID") { Description = "流程标识（definitionId）" };
        var folder = new Option<DirectoryInfo>("--out") { Description = "写到哪个文件夹", Required = true };
        var validate = new Command("validate", "检查流程定义。") { file };
        validate.SetAction(result => Try(result.GetValue(file)!.ToString(), () => Validate(Read(result.GetValue(file)!))));
        var run = new Command("run", "运行流程定义到结束或第一次等待，输出办理记录（JSON）。") { file, input };
        run.SetAction((result, token) => TryAsync(result.GetValue(file)!.ToString(), () => WorkflowRun.RunAsync(Read(result.GetValue(file)!), result.GetValue(input)!, token)));
        var export = new Command("export", "把系统中保存的流程定义写成文件。") { id, folder };
        export.SetAction((result, token) => TryAsync(result.GetValue(id)!, () => WorkflowExport.WriteAsync(result.GetValue(id)!, result.GetValue(folder)!, token)));
        return new Command("workflow", "检查、运行或导出流程定义。") { validate, run, export };
    }

    private static int Try(string subject, Func<int> work) => TryAsync(subject, () => Task.FromResult(work())).GetAwaiter().GetResult();

    private static async Task<int> TryAsync(string subject, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is CommandRefusedException or DefinitionRefusedException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{subject}：{exception.Message}");
            return Unreadable;
        }
    }

    private static WorkflowDefinition Read(FileInfo file) =>
        new DefinitionReader(DefinitionLanguage.Create(new TemplateShelf(HostSettings.From(new ConfigurationBuilder().AddEnvironmentVariables().Build())))).Read(SourceFile.ReadText(file.FullName));

    private static int Validate(WorkflowDefinition definition)
    {
        var problems = DefinitionValidator.Validate(definition);
        foreach (var problem in problems)
            Console.WriteLine(problem);
        Console.WriteLine(problems.Count == 0 ? $"“{definition.Name ?? definition.DefinitionId}”没有发现问题。" : $"共{problems.Count}处问题。");
        return problems.Count == 0 ? 0 : HasFindings;
    }
}
