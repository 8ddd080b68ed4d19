using System.Globalization;
using DocFlow.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace DocFlow.Benchmarks.Office;

/// <summary>
/// Writes very many new rows: with one prepared statement for each table on SQLite, with COPY on PostgreSQL. The context doesn't see them, so that whoever fills
/// adds what it would have kept itself, such as who sees a document.
/// </summary>
internal sealed class BulkRows(DocFlowDbContext database)
{
    // In the order of their first row: what others refer to is added first.
    private readonly List<(Type Type, List<object> Rows)> _tables = [];

    public void Add(object row)
    {
        var rows = _tables.Find(table => table.Type == row.GetType()).Rows;
        if (rows is null)
            _tables.Add((row.GetType(), rows = []));
        rows.Add(row);
    }

    public async Task WriteAsync()
    {
        await database.Database.OpenConnectionAsync();
        var connection = database.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var (type, rows) in _tables)
        {
            var entity = database.Model.FindEntityType(type)!;
            if (connection is NpgsqlConnection server)
                await CopyAsync(server, entity, rows);
            else
                await InsertAsync((SqliteConnection)connection, (SqliteTransaction)transaction, entity, rows);
        }

        await transaction.CommitAsync();
        _tables.Clear();
    }

    /// <summary>What a server does in the background in time: without statistics it takes the full tables for empty ones.</summary>
    public static async Task SettleAsync(DocFlowDbContext database)
    {
        if (database.Database.IsNpgsql())
            await database.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
    }

    private static async Task CopyAsync(NpgsqlConnection connection, IEntityType entity, List<object> rows)
    {
        var properties = entity.GetProperties().ToList();
        await using var writer = await connection.BeginBinaryImportAsync($"COPY \"{entity.GetTableName()}\" ({Names(properties)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await writer.StartRowAsync();
            foreach (var property in properties)
            {
                await (Kept(property, row) switch
                {
                    null => writer.WriteNullAsync(),
                    string text => writer.WriteAsync(text, NpgsqlDbType.Text),
                    DateTime instant => writer.WriteAsync(instant, NpgsqlDbType.TimestampTz),
                    bool truth => writer.WriteAsync(truth, NpgsqlDbType.Boolean),
                    long number => writer.WriteAsync(number, NpgsqlDbType.Bigint),
                    int number => writer.WriteAsync(number, NpgsqlDbType.Integer),
                    var other => throw new NotSupportedException($"{property}: {other.GetType()}"),
                });
            }
        }

        await writer.CompleteAsync();
    }

    private static async Task InsertAsync(SqliteConnection connection, SqliteTransaction transaction, IEntityType entity, List<object> rows)
    {
        var properties = entity.GetProperties().ToList();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var names = properties.Select((_, number) => string.Create(CultureInfo.InvariantCulture, $"$p{number}")).ToList();
        command.CommandText = $"INSERT INTO \"{entity.GetTableName()}\" ({Names(properties)}) VALUES ({string.Join(", ", names)})";
        foreach (var name in names)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        foreach (var row in rows)
        {
            for (var number = 0; number < properties.Count; number++)
                command.Parameters[number].Value = Kept(properties[number], row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
        }
    }

    private static string Names(List<IProperty> properties) => string.Join(", ", properties.Select(property => $"\"{property.GetColumnName()}\""));

    private static object? Kept(IProperty property, object row)
    {
        var value = property.GetGetter().GetClrValue(row);
        return property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }
}
