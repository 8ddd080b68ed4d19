using System.CommandLine;
using System.Text.Json;
using DocFlow.Activities.Steps;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;

namespace DocFlow.Host.CommandLine;

/// <summary>workflow validate FILE and workflow run FILE: checks or runs one Elsa definition. Exit 1 for findings or a fault, 2 when the file can't be read.</summary>
internal static class WorkflowCommand
{
    private const int HasFindings = 1;
    private const int Unreadable = 2;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "流程定义（JSON）" };
        var input = new Option<string[]>("--input") { Description = "输入，名称=值，可写多个", DefaultValueFactory = _ => [] };
        var validate = new Command("validate", "检查流程定义。") { file };
        validate.SetAction(result => Try(result.GetValue(file)!, Validate));
        var run = new Command("run", "运行流程定义到结束或第一次等待，输出办理记录（JSON）。") { file, input };
        run.SetAction((result, token) => Task.FromResult(Try(result.GetValue(file)!, definition => Run(definition, result.GetValue(input)!, token))));
        return new Command("workflow", "检查或运行流程定义。") { validate, run };
    }

    private static int Try(FileInfo file, Func<WorkflowDefinition, int> work)
    {
        try
        {
            var registry = new ActivityRegistry().AddFrom(typeof(HumanStep).Assembly);
            return work(new DefinitionReader(registry).Read(SourceFile.ReadText(file.FullName)));
        }
        catch (Exception exception) when (exception is CommandRefusedException or DefinitionRefusedException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file}：{exception.Message}");
            return Unreadable;
        }
    }

    private static int Validate(WorkflowDefinition definition)
    {
        var problems = DefinitionValidator.Validate(definition);
        foreach (var problem in problems)
            Console.WriteLine(problem);
        Console.WriteLine(problems.Count == 0 ? $"“{definition.Name ?? definition.DefinitionId}”没有发现问题。" : $"共{problems.Count}处问题。");
        return problems.Count == 0 ? 0 : HasFindings;
    }

    private static int Run(WorkflowDefinition definition, string[] input, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, object?>();
        foreach (var pair in input)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
                throw new CommandRefusedException($"--input 应写作 名称=值，不能是“{pair}”。");
            values[pair[..at]] = pair[(at + 1)..];
        }

        using var services = new ServiceCollection().BuildServiceProvider();
        var result = new WorkflowRunner(TimeProvider.System).StartAsync(definition, "run", null, values, services, cancellationToken).GetAwaiter().GetResult();
        var summary = new { subStatus = result.State.SubStatus, incidents = result.State.Incidents, output = result.State.Output, journal = result.Journal };
        Console.WriteLine(JsonSerializer.Serialize(summary, CommandJson.Options));
        return result.State.SubStatus == WorkflowSubStatus.Faulted ? HasFindings : 0;
    }
}
