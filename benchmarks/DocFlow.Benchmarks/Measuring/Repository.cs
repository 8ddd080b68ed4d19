namespace DocFlow.Benchmarks.Measuring;

/// <summary>The checked-out repository that the program was built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds DocFlow.sln.</summary>
    public static string Root { get; } = FindRoot();

    public static string Peers => Path.Combine(Root, "benchmarks", "peers");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DocFlow.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("DocFlow.sln was not found above the program's folder.");
    }
}
