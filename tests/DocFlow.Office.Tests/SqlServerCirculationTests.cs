using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests;

/// <summary>The suite on the SQL Server that the environment names.</summary>
public sealed class SqlServerCirculationTests() : CirculationSuite(
    new SqlServerDatabase(), SqlServerDatabase.Server is null ? $"{SqlServerDatabase.Variable} doesn't name a SQL Server." : null);
