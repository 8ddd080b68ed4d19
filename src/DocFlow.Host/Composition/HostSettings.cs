namespace DocFlow.Host.Composition;

/// <summary>Where the host keeps and finds its things.</summary>
/// <param name="DataFolder">Database, files, keys (DOCFLOW_DATA, default ./data).</param>
/// <param name="WorkflowFolder">The definitions that are imported at start and on change.</param>
/// <param name="TemplateFolder">The document templates.</param>
public sealed record HostSettings(string DataFolder, string WorkflowFolder, string TemplateFolder)
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
