using System.Data.Common;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Host.CommandLine;
using DocFlow.Host.Composition;
using DocFlow.Persistence;
using DocFlow.Persistence.Engine;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Host.Engines;

/// <summary>Writes the newest published version of a stored definition to a file that can be put into the workflows folder again.</summary>
internal static class WorkflowExport
{
    private const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="CommandRefusedException">There is no such definition, or no database.</exception>
    public static async Task<int> WriteAsync(string definitionId, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var json = await ReadAsync(definitionId, cancellationToken) ?? throw new CommandRefusedException("系统中没有这个流程。");
        folder.Create();
        var path = Path.Combine(folder.FullName, $"{FileNameOf(definitionId)}.json");
        await File.WriteAllTextAsync(path, WithSchema(json), new UTF8Encoding(false), cancellationToken);
        Console.WriteLine(path);
        return 0;
    }

    private static async Task<string?> ReadAsync(string definitionId, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables().Build();
        var settings = HostSettings.From(configuration);
        // SQLite would make an empty file where there is none.
        if (configuration.GetConnectionString("DocFlow") is null && !Directory.Exists(settings.DataFolder))
            throw new CommandRefusedException($"没有数据文件夹“{settings.DataFolder}”，请用 DOCFLOW_DATA 指明。");
        await using var services = Persistence(configuration, settings.DataFolder).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        try
        {
            return await scope.ServiceProvider.GetRequiredService<DocFlowDbContext>().Set<DefinitionRow>().AsNoTracking()
                .Where(row => row.DefinitionId == definitionId && (row.IsPublished || row.IsLatest))
                .OrderByDescending(row => row.IsPublished)
                .Select(row => row.Json)
                .FirstOrDefaultAsync(cancellationToken);
        }
        catch (DbException exception)
        {
            throw new CommandRefusedException($"读不了数据库：{exception.Message}");
        }
    }

    private static IServiceCollection Persistence(IConfiguration configuration, string dataFolder)
    {
        try
        {
            return new ServiceCollection().AddDocFlowPersistence(configuration, dataFolder);
        }
        catch (InvalidOperationException exception)
        {
            // A wrong setting, told in one line of its own.
            throw new CommandRefusedException(exception.Message);
        }
    }

    // A file that came from a folder goes out as it came in, so that importing it again changes nothing.
    private static string WithSchema(string json)
    {
        var definition = JsonNode.Parse(json)!.AsObject();
        if (definition.ContainsKey("$schema"))
            return json;
        definition.Insert(0, "$schema", Schema);
        return definition.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
    }

    private static string FileNameOf(string definitionId) =>
        string.Concat(definitionId.Select(character => char.IsLetterOrDigit(character) || character is '-' or '_' ? character : '-'));
}
