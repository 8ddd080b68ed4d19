using DocFlow.Host.CommandLine;
using DocFlow.Host.Composition;

#if DEBUG
// A build from source is for developing; a published one is for an office.
if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT")))
    Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", Environments.Development);
#endif

if (DocFlowCommands.Handles(args))
    return await DocFlowCommands.RunAsync(args);

return await HostRun.RunAsync(args);
