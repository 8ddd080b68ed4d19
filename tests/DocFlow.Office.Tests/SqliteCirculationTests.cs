using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteCirculationTests() : CirculationSuite(new SqliteDatabase());
