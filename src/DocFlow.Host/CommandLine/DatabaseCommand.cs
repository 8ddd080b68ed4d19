using System.CommandLine;
using DocFlow.Persistence;

namespace DocFlow.Host.CommandLine;

/// <summary>db script --provider NAME: the schema as idempotent SQL.</summary>
internal static class DatabaseCommand
{
    private const int Unreadable = 2;

    public static Command Create()
    {
        var provider = new Option<string>("--provider") { Description = "sqlite、postgresql 或 sqlserver", Required = true };
        var script = new Command("script", "输出数据库结构（可重复执行的 SQL）。") { provider };
        script.SetAction(result => Script(result.GetValue(provider)!));
        return new Command("db", "数据库。") { script };
    }

    private static int Script(string name)
    {
        if (!Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
        {
            Console.Error.WriteLine($"--provider 只能是 sqlite、postgresql 或 sqlserver，不能是“{name}”。");
            return Unreadable;
        }

        Console.Write(DatabaseScript.Create(provider));
        return 0;
    }
}
