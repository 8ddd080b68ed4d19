using System.CommandLine;
using DocFlow.Benchmarks;
using DocFlow.Benchmarks.Measuring;
using DocFlow.Benchmarks.Parts;

// A process of its own for figures that only a first call shows: it measures one thing, prints it and ends.
if (args is ["--first-call", ..])
    return FirstCall.Run(args);

IBenchmarkPart[] parts =
[
    new PressPart(), new FirstCallPart(), new ProgramStartPart(), new CyclePart(), new EnginePart(), new PreviewPart(), new MemoryPart(), new ListsPart(), new OpenPart(), new RegisterPart(), new GrowthPart(), new CheckPart(), new RunnerPart(),
];

var only = new Option<string[]>("--only") { Description = $"run these parts: {string.Join(", ", parts.Select(part => part.Name))}", AllowMultipleArgumentsPerToken = true };
var rounds = new Option<int?>("--rounds") { Description = "samples per figure; each part has its own default" };
var documents = new Option<int>("--documents") { Description = "documents in the database of the part lists, and a tenth of those at the end of the part open and in the part register", DefaultValueFactory = _ => 10_000 };
var database = new Option<string?>("--postgresql") { Description = "connection string of an empty PostgreSQL database for the parts lists, open and register; SQLite without it" };
var file = new Option<FileInfo?>("--out") { Description = "write the table to a file as well" };
var command = new RootCommand("Measures DocFlow, beside its peers where there are some, and prints one Markdown table.") { only, rounds, documents, database, file };
command.SetAction(async (result, _) =>
{
    var wanted = result.GetValue(only) ?? [];
    if (wanted.Except(parts.Select(part => part.Name)).FirstOrDefault() is { } unknown)
    {
        await Console.Error.WriteLineAsync($"There is no part '{unknown}'. Parts: {string.Join(", ", parts.Select(part => part.Name))}.");
        return 2;
    }

    var settings = new BenchmarkSettings(result.GetValue(rounds), result.GetValue(documents), result.GetValue(database));
    var report = new Report();
    foreach (var part in parts.Where(part => wanted.Length == 0 || wanted.Contains(part.Name)))
    {
        await Console.Error.WriteLineAsync($"==> {part.Name}: {part.Summary}");
        report.Add(part.Name, await part.MeasureAsync(settings));
    }

    var text = report.ToMarkdown(string.Join(' ', args));
    Console.WriteLine(text);
    if (result.GetValue(file) is { } target)
        await File.WriteAllTextAsync(target.FullName, text);
    return 0;
});
return await command.Parse(args).InvokeAsync();
