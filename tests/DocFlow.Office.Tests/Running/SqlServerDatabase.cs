namespace DocFlow.Office.Tests.Running;

/// <summary>A database on the SQL Server that the environment names: a connection string without a database.</summary>
internal sealed class SqlServerDatabase : ITestDatabase
{
    public const string Variable = "DOCFLOW_TEST_SQLSERVER";

    public static string? Server { get; } = Environment.GetEnvironmentVariable(Variable);

    public Task<Dictionary<string, string?>> CreateAsync(string folder) =>
        Task.FromResult(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "SqlServer",
            ["ConnectionStrings:DocFlow"] = $"{Server};Database=docflow_{Guid.NewGuid():N}",
        });
}
