using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests;

/// <summary>The suite on a real PostgreSQL.</summary>
public sealed class PostgreSqlCirculationTests(PostgreSqlServer server) : CirculationSuite(server, server.Absent);
