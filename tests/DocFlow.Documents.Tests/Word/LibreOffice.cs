using System.Diagnostics;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Tests.Word;

/// <summary>Opens Word files with the real LibreOffice and gives them back as PDF. The official families are drawn by the open set.</summary>
internal static class LibreOffice
{
    private static readonly (string Asked, string Drawn)[] Families =
        [("仿宋_GB2312", "FandolFang R"), ("楷体_GB2312", "FandolKai"), ("黑体", "FandolHei"), ("宋体", "Noto Serif SC"), ("方正小标宋简体", "Noto Serif SC")];

    public static string? Program { get; } =
        new[] { "/usr/bin/soffice", "/usr/local/bin/soffice" }.FirstOrDefault(File.Exists);

    /// <summary>Converts all files in one run with a profile of its own.</summary>
    /// <param name="files">Word files by name.</param>
    /// <param name="asWordReadsIt">
    /// LibreOffice ignores two switches of Word's, hanging punctuation and the gap beside Latin letters, and has both always on; this
    /// sets them as the file asks and as Word obeys it.
    /// </param>
    public static Dictionary<string, MeasuredPdf> ToPdf(IReadOnlyDictionary<string, byte[]> files, bool asWordReadsIt = false)
    {
        var folder = Directory.CreateTempSubdirectory("docflow-word-").FullName;
        try
        {
            foreach (var (name, bytes) in files)
                File.WriteAllBytes(Path.Combine(folder, name + ".docx"), bytes);
            if (asWordReadsIt)
            {
                Run(folder, "fodt", files.Keys.Select(name => Path.Combine(folder, name + ".docx")));
                foreach (var name in files.Keys)
                    SetSwitches(Path.Combine(folder, "out", name + ".fodt"));
            }

            Run(folder, "pdf", files.Keys.Select(name => asWordReadsIt ? Path.Combine(folder, "out", name + ".fodt") : Path.Combine(folder, name + ".docx")));
            return files.Keys.ToDictionary(name => name, name => MeasuredPdf.Read(File.ReadAllBytes(Path.Combine(folder, "out", name + ".pdf"))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void SetSwitches(string path) =>
        File.WriteAllText(path, File.ReadAllText(path)
            .Replace("style:punctuation-wrap=\"hanging\"", "style:punctuation-wrap=\"simple\"", StringComparison.Ordinal)
            .Replace("style:text-autospace=\"ideograph-alpha\"", "style:text-autospace=\"none\"", StringComparison.Ordinal));

    private static void Run(string folder, string format, IEnumerable<string> files)
    {
        var rules = string.Concat(Families.Select(family =>
            $"<match target=\"pattern\"><test name=\"family\"><string>{family.Asked}</string></test><edit name=\"family\" mode=\"assign\" binding=\"strong\"><string>{family.Drawn}</string></edit></match>"));
        var configuration = Path.Combine(folder, "fonts.conf");
        File.WriteAllText(configuration, $"<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>{FontSettings.FromEnvironment().OpenSetFolder}</dir><cachedir>{folder}/cache</cachedir>{rules}</fontconfig>");
        var start = new ProcessStartInfo(
            Program!,
            [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", format, "--outdir", Path.Combine(folder, "out"), .. files])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["FONTCONFIG_FILE"] = configuration;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(4)), "LibreOffice did not finish.");
        Assert.True(process.ExitCode == 0, errors.Result);
    }
}
