using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests.Engine;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteEngineTests() : EngineSuite(new SqliteDatabase());
