using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests.Engine;

/// <summary>The suite on a real PostgreSQL.</summary>
public sealed class PostgreSqlEngineTests(PostgreSqlServer server) : EngineSuite(server, server.Absent);
