namespace DocFlow.Office.Tests.Running;

/// <summary>A kind of database that the suite runs on.</summary>
public interface ITestDatabase
{
    /// <summary>The settings of a new, empty database.</summary>
    Task<Dictionary<string, string?>> CreateAsync(string folder);
}
