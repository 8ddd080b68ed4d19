using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests;

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteSealBookTests() : SealBookSuite(new SqliteDatabase());
