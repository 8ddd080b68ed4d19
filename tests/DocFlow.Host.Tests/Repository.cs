namespace DocFlow.Host.Tests;

/// <summary>The checked-out repository that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder that holds DocFlow.sln.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DocFlow.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("DocFlow.sln was not found above the tests' folder.");
    }
}
