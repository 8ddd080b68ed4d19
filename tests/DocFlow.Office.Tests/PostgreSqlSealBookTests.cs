using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests;

/// <summary>The suite on a real PostgreSQL.</summary>
public sealed class PostgreSqlSealBookTests(PostgreSqlServer server) : SealBookSuite(server, server.Absent);
