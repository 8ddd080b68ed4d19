using DocFlow.Host.CommandLine;

if (DocFlowCommands.Handles(args))
    return await DocFlowCommands.RunAsync(args);

await Console.Error.WriteLineAsync($"不认识的命令。可用的命令：{string.Join("、", DocFlowCommands.Names)}。");
return 2;
