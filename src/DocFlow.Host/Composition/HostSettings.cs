using System.Globalization;

namespace DocFlow.Host.Composition;

/// <summary>Where the host keeps and finds its things.</summary>
/// <param name="DataFolder">Database, files, keys (DOCFLOW_DATA, default ./data).</param>
/// <param name="WorkflowFolder">The definitions that are imported at start and on change.</param>
/// <param name="TemplateFolder">The document templates.</param>
internal sealed record HostSettings(string DataFolder, string WorkflowFolder, string TemplateFolder)
{
    public string FilesFolder => Path.Combine(DataFolder, "files");

    public string KeysFolder => Path.Combine(DataFolder, "keys");

    public static HostSettings From(IConfiguration configuration)
    {
        var data = configuration["DOCFLOW_DATA"];
        return new HostSettings(
            Path.GetFullPath(string.IsNullOrEmpty(data) ? "data" : data),
            configuration["DOCFLOW_WORKFLOWS"] ?? FindFolder("workflows"),
            FindFolder("templates"));
    }

    /// <summary>Where the office clock starts (DOCFLOW_CLOCK), in Development only.</summary>
    /// <exception cref="StartRefusedException">It isn't a moment.</exception>
    public static DateTimeOffset? ClockStart(IConfiguration configuration, IHostEnvironment environment)
    {
        var text = configuration["DOCFLOW_CLOCK"];
        if (string.IsNullOrEmpty(text) || !environment.IsDevelopment())
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var start)
            ? start
            : throw new StartRefusedException($"DOCFLOW_CLOCK 的值“{text}”不是时间，请写成 2026-11-26T10:00:00+08:00 的样子。");
    }

    /// <summary>Whether flowcharts run by tokens (DOCFLOW_FLOWCHARTS): counter, the default, or token.</summary>
    /// <exception cref="StartRefusedException">It is neither.</exception>
    public static bool FlowchartsUseTokens(IConfiguration configuration) => configuration["DOCFLOW_FLOWCHARTS"] switch
    {
        null or "" or "counter" => false,
        "token" => true,
        var text => throw new StartRefusedException($"DOCFLOW_FLOWCHARTS 的值“{text}”不认识，请写 counter 或 token。"),
    };

    // Beside the program when published; at the root of the repository while developing, so that an edit is seen.
    private static string FindFolder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DocFlow.sln")))
                return Path.Combine(folder.FullName, name);
        }

        return Path.Combine(AppContext.BaseDirectory, name);
    }
}
