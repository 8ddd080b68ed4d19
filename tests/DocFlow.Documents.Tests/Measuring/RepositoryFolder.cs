namespace DocFlow.Documents.Tests.Measuring;

/// <summary>The checked-out repository that the tests run in.</summary>
internal static class RepositoryFolder
{
    public static string Root { get; } = Find();

    public static string Templates => Path.Combine(Root, "templates");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DocFlow.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("DocFlow.sln was not found above the tests' folder.");
    }
}
