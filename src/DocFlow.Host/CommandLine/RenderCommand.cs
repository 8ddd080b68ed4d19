using System.CommandLine;
using System.Text.Json;
using DocFlow.Documents;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Seals;
using DocFlow.Documents.Source;
using DocFlow.Documents.Templates;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Host.CommandLine;

/// <summary>render FILE... --out DIR: sources to Word and PDF. Exit 0 when all were rendered, 2 when one can't be read.</summary>
internal static class RenderCommand
{
    private const int Unreadable = 2;

    public static Command Create()
    {
        var files = new Argument<FileSystemInfo[]>("FILE") { Description = "文稿（*.gw.txt）或文件夹", Arity = ArgumentArity.OneOrMore };
        var target = new Option<DirectoryInfo>("--out") { Description = "输出文件夹", Required = true };
        var formats = new Option<string>("--formats") { Description = "docx,pdf", DefaultValueFactory = _ => "docx,pdf" };
        var data = new Option<FileInfo?>("--data") { Description = "填充模板的数据（JSON）" };
        var seals = new Option<bool>("--sample-seals") { Description = "加盖样章（试用，不是真印章）" };
        var archival = new Option<bool>("--archival") { Description = "PDF 按 PDF/A-2u 生成，供长期保存" };
        var json = new Option<bool>("--json") { Description = "输出 JSON" };
        var command = new Command("render", "把文稿生成为 Word 和 PDF。") { files, target, formats, data, seals, archival, json };
        command.SetAction((result, _) => RunAsync(
            result.GetValue(files)!, result.GetValue(target)!, result.GetValue(formats)!, result.GetValue(data), result.GetValue(seals), result.GetValue(archival), result.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(FileSystemInfo[] files, DirectoryInfo target, string formats, FileInfo? data, bool isSealed, bool isArchival, bool asJson)
    {
        if (ParseFormats(formats) is not { } wanted)
        {
            await Console.Error.WriteLineAsync($"--formats 只能是 docx、pdf 或 docx,pdf，不能是“{formats}”。");
            return Unreadable;
        }

        try
        {
            target.Create();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{target}：{SourceFile.Explain(exception)}");
            return Unreadable;
        }

        // A source is read while the faces are being found and opened: most of a short run is spent on starting.
        var fonts = Task.Run(CommandFonts.LoadAsync);
        var press = PressAsync(fonts, isSealed);
        var documents = new List<object>();
        var exit = 0;
        foreach (var source in Sources(files))
        {
            try
            {
                documents.Add(await RenderAsync(press, source, target.FullName, wanted, data?.FullName, isArchival, asJson));
            }
            catch (Exception exception) when (exception is CommandRefusedException or IOException or UnauthorizedAccessException or FontsMissingException)
            {
                await Console.Error.WriteLineAsync($"{source}：{SourceFile.Explain(exception)}");
                exit = Unreadable;
            }
        }

        (await fonts).Dispose();
        if (documents.Count == 0 && exit == 0)
        {
            await Console.Error.WriteLineAsync("没有找到文稿（*.gw.txt）。");
            exit = Unreadable;
        }

        if (asJson)
            Console.WriteLine(JsonSerializer.Serialize(new { documents }, CommandJson.Options));
        return exit;
    }

    private static async Task<DocumentPress> PressAsync(Task<FontLibrary> loading, bool isSealed)
    {
        var fonts = await loading;
        return new DocumentPress(fonts, isSealed ? new TypesettingOptions { Seals = new SampleSeals(fonts) } : null);
    }

    private static async Task<object> RenderAsync(Task<DocumentPress> loading, string source, string target, IReadOnlyList<FileFormat> formats, string? data, bool isArchival, bool asJson)
    {
        var text = SourceFile.ReadText(source);
        if (data is not null)
            text = TemplateFiller.Fill(text, SourceFile.ReadText(data)) switch
            {
                { Source: { } filled } => filled,
                { Problem: var problem } => throw new CommandRefusedException(problem!.ToString()),
            };
        var reading = DocumentSource.Read(text, new SourceReadOptions { ReadSibling = SourceReadOptions.SiblingsOf(Path.GetDirectoryName(Path.GetFullPath(source))!) });
        if (reading.Document is not { } document)
            throw new CommandRefusedException(string.Join(Environment.NewLine, reading.Problems));

        var press = await loading;
        var typeset = press.Typeset(document);
        var name = Path.Combine(target, SourceFile.PlainName(source));
        var written = await Task.WhenAll(formats.Select(format => Task.Run(() => Write(press, typeset, format, name, isArchival))));
        IReadOnlyList<Finding> findings = [.. reading.Findings, .. DocumentChecker.Check(document, reading.ElementLines), .. typeset.Findings];
        var lines = typeset.Pages.Sum(page => page.Lines.Count);
        if (!asJson)
        {
            Console.WriteLine($"{source}：{typeset.Pages.Count}页，{lines}行 → {string.Join("，", written)}");
            FindingPrinter.Print(findings);
        }

        return new { source, pages = typeset.Pages.Count, lines, files = written, findings };
    }

    private static string Write(DocumentPress press, TypesetDocument typeset, FileFormat format, string name, bool isArchival)
    {
        var path = name + (format == FileFormat.Word ? ".docx" : ".pdf");
        using var file = File.Create(path);
        press.Write(typeset, format, file, isArchival);
        return path;
    }

    private static IEnumerable<string> Sources(FileSystemInfo[] files) =>
        files.SelectMany<FileSystemInfo, string>(file => Directory.Exists(file.FullName)
            ? Directory.EnumerateFiles(file.FullName, "*.gw.txt", SearchOption.AllDirectories)
                .Where(path => !path.EndsWith("template.gw.txt", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
            : [file.ToString()]);

    private static IReadOnlyList<FileFormat>? ParseFormats(string formats)
    {
        var parsed = new List<FileFormat>();
        foreach (var name in formats.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (name is not ("docx" or "pdf"))
                return null;
            parsed.Add(name == "docx" ? FileFormat.Word : FileFormat.Pdf);
        }

        return parsed.Count == 0 ? null : parsed;
    }
}
