using DocFlow.Host.Composition;

namespace DocFlow.Host.Tests;

/// <summary>Where settings come from, the last word first: command line, environment.</summary>
public sealed class SettingOrderTests
{
    [Fact]
    public async Task The_command_line_has_the_last_word_before_the_environment()
    {
        // Names of this test alone: other hosts of this process read the environment, too.
        Environment.SetEnvironmentVariable("DOCFLOW_ORDER_TOLD", "environment");
        Environment.SetEnvironmentVariable("DOCFLOW_ORDER_LEFT", "environment");
        Environment.SetEnvironmentVariable("DOCFLOW_ORDER__WITHIN", "environment");
        var folder = Directory.CreateTempSubdirectory("docflow-order-").FullName;
        try
        {
            await using var app = DocFlowHost.Build(
            [
                "--environment", "Development", "--urls", "http://127.0.0.1:0", "--DOCFLOW_DATA", folder, "--applicationName", "DocFlow.Host",
                "--DOCFLOW_ORDER_TOLD", "command line", "--DOCFLOW_ORDER:WITHIN", "command line",
            ]);

            Assert.Equal("command line", app.Configuration["DOCFLOW_ORDER_TOLD"]);
            Assert.Equal("command line", app.Configuration["DOCFLOW_ORDER:WITHIN"]);
            Assert.Equal("environment", app.Configuration["DOCFLOW_ORDER_LEFT"]);
        }
        finally
        {
            foreach (var name in new[] { "DOCFLOW_ORDER_TOLD", "DOCFLOW_ORDER_LEFT", "DOCFLOW_ORDER__WITHIN" })
                Environment.SetEnvironmentVariable(name, null);
            Directory.Delete(folder, recursive: true);
        }
    }
}
