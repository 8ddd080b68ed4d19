using System.Data.Common;

namespace DocFlow.Host.Composition;

/// <summary>Runs the web host until it is stopped. What keeps it from starting is told in one Chinese line, without a stack trace.</summary>
internal static class HostRun
{
    private const int Refused = 1;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var hasStarted = false;
        try
        {
            await using var app = DocFlowHost.Build(arguments);
            await app.StartAsync();
            hasStarted = true;
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception exception) when (!hasStarted && Reason(exception) is { } reason)
        {
            await Console.Error.WriteLineAsync($"DocFlow 没有启动：{reason}");
            return Refused;
        }
    }

    private static string? Reason(Exception exception) => exception switch
    {
        StartRefusedException refused => refused.Message,
        InvalidOperationException setting when setting.Message.Any(character => character > '\u2E80') => setting.Message,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => "端口已被占用。请停掉占用它的程序，或用 --urls 换一个地址。",
        IOException file => $"文件不能读写：{file.Message}",
        UnauthorizedAccessException file => $"没有读写的权限：{file.Message}",
        DbException database => $"数据库不能使用：{database.Message}",
        _ => null,
    };
}
