using System.Diagnostics;
using System.Text.Json;

namespace DocFlow.Host.Tests.CommandLine;

/// <summary>workflow validate, run and export as scripts call them.</summary>
public sealed class WorkflowCommandTests : IDisposable
{
    private const string Loop = """
        {"definitionId":"loop","name":"计数","variables":[{"id":"n","name":"N","typeName":"Int32","value":"0","storageDriverTypeName":"Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core"}],
         "root":{"type":"Elsa.Sequence","id":"s","activities":[
          {"type":"Elsa.SetVariable","id":"v","variable":{"id":"n"},"value":{"typeName":"Object","expression":{"type":"JavaScript","value":"getN() + 2"}}},
          {"type":"Elsa.SetOutput","id":"o","outputName":{"typeName":"String","expression":{"type":"Literal","value":"谁"}},"outputValue":{"typeName":"Object","expression":{"type":"JavaScript","value":"getInput('谁')"}}},
          {"type":"Elsa.WriteLine","id":"a","text":{"typeName":"String","expression":{"type":"Liquid","value":"第{{ Variables.N }}次"}}}]}}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("docflow-workflow-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Run_prints_one_object_with_the_journal()
    {
        var (exit, output, errors) = Run(null, "workflow", "run", Write("loop.json", Loop), "--input", "谁=苏晓", "--input", "b=1=2");

        Assert.True(exit == 0, errors);
        var result = JsonDocument.Parse(output).RootElement;
        Assert.Equal("finished", result.GetProperty("subStatus").GetString());
        Assert.Equal("苏晓", result.GetProperty("output").GetProperty("谁").GetString());
        Assert.Equal(2, result.GetProperty("variables").GetProperty("N").GetInt32());
        var line = result.GetProperty("journal").EnumerateArray().Single(entry => entry.GetProperty("activityId").GetString() == "a" && entry.GetProperty("event").GetString() == "Completed");
        Assert.Equal("第2次", line.GetProperty("data").GetProperty("Text").GetString());
    }

    [Fact]
    public void Run_stops_at_the_first_suspension()
    {
        var (exit, output, _) = Run(null, "workflow", "run", Write("task.json", """{"definitionId":"t","root":{"type":"Elsa.RunTask","id":"t","taskName":{"typeName":"String","expression":{"type":"Literal","value":"办"}}}}"""));

        Assert.Equal(0, exit);
        Assert.Equal("suspended", JsonDocument.Parse(output).RootElement.GetProperty("subStatus").GetString());
        Assert.Equal("Elsa.RunTask", Assert.Single(JsonDocument.Parse(output).RootElement.GetProperty("bookmarks").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public void Run_exits_1_for_a_fault_and_names_the_activity()
    {
        var (exit, output, _) = Run(null, "workflow", "run", Write("fault.json", """{"definitionId":"f","root":{"type":"Elsa.Fault","id":"x","message":{"typeName":"String","expression":{"type":"Literal","value":"不行"}}}}"""));

        Assert.Equal(1, exit);
        var incident = Assert.Single(JsonDocument.Parse(output).RootElement.GetProperty("incidents").EnumerateArray());
        Assert.Equal(("x", "不行"), (incident.GetProperty("activityId").GetString(), incident.GetProperty("message").GetString()));
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_refuses_steps_that_need_the_office_with_one_clear_line()
    {
        var (exit, output, errors) = Run(null, "workflow", "run", Path.Combine(Repository.Root, "workflows/policy-document.json"));

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("命令行不能运行", errors, StringComparison.Ordinal);
        Assert.Contains("DocFlow.Draft", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("=1")]
    public void Run_refuses_an_input_without_a_name(string input) =>
        Assert.Equal(2, Run(null, "workflow", "run", Write("loop.json", Loop), "--input", input).Exit);

    [Fact]
    public void Validate_exits_by_what_it_finds()
    {
        var broken = Run(null, "workflow", "validate", Write("broken.json", """{"definitionId":"b","root":{"type":"Acme.Unknown","id":"x"}}"""));
        var unreadable = Run(null, "workflow", "validate", Write("unreadable.json", "{"));

        Assert.Equal(0, Run(null, "workflow", "validate", Path.Combine(Repository.Root, "workflows/policy-document.json")).Exit);
        Assert.Equal(1, broken.Exit);
        Assert.Contains("$.root.type：没有活动类型“Acme.Unknown”。", broken.Output, StringComparison.Ordinal);
        Assert.Equal(2, unreadable.Exit);
        Assert.Contains("unreadable.json：$：不是有效的 JSON（第1行）。", unreadable.Errors, StringComparison.Ordinal);
        Assert.Equal(2, Run(null, "workflow", "validate", Path.Combine(_folder, "absent.json")).Exit);
    }

    [Fact]
    public async Task Export_writes_what_was_imported_and_the_same_bytes_again()
    {
        await using var office = await OfficeHost.StartAsync();
        var data = Path.Combine(office.Folder, "data");

        var (exit, output, errors) = Run(data, "workflow", "export", "policy-document", "--out", Path.Combine(_folder, "one"));
        Assert.True(exit == 0, errors);
        Assert.Equal(0, Run(data, "workflow", "export", "policy-document", "--out", Path.Combine(_folder, "two")).Exit);

        var first = await File.ReadAllBytesAsync(output.Trim());
        Assert.Equal(await File.ReadAllBytesAsync(office.WorkflowFile), first);
        Assert.Equal(first, await File.ReadAllBytesAsync(Path.Combine(_folder, "two", "policy-document.json")));
    }

    [Fact]
    public async Task Export_refuses_what_is_not_there()
    {
        await using var office = await OfficeHost.StartAsync();

        var unknown = Run(Path.Combine(office.Folder, "data"), "workflow", "export", "nobody", "--out", _folder);
        var nowhere = Run(Path.Combine(_folder, "nowhere"), "workflow", "export", "nobody", "--out", _folder);

        Assert.Equal((2, "nobody：系统中没有这个流程。"), (unknown.Exit, unknown.Errors.Trim()));
        Assert.Equal(2, nowhere.Exit);
        Assert.False(Directory.Exists(Path.Combine(_folder, "nowhere")));
    }

    [Theory]
    [InlineData("Oracle", "Database:Provider")]
    [InlineData("7", "Database:Provider")]
    [InlineData("PostgreSql", "ConnectionStrings:DocFlow")]
    public void Export_refuses_a_wrong_database_setting_with_one_line(string provider, string setting)
    {
        var (exit, output, errors) = Run(_folder, [("Database__Provider", provider)], "workflow", "export", "policy-document", "--out", _folder);

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(setting, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public void A_script_for_a_provider_by_number_is_refused()
    {
        var (exit, output, errors) = Run(null, "db", "script", "--provider", "7");

        Assert.Equal((2, ""), (exit, output));
        Assert.Equal("--provider 只能是 sqlite、postgresql 或 sqlserver，不能是“7”。", errors.Trim());
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Exit, string Output, string Errors) Run(string? data, params string[] arguments) => Run(data, [], arguments);

    private static (int Exit, string Output, string Errors) Run(string? data, (string Name, string Value)[] environment, params string[] arguments)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "DocFlow.Host.dll");
        var start = new ProcessStartInfo("dotnet", [host, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (data is not null)
            start.Environment["DOCFLOW_DATA"] = data;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
