using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Providers;

/// <summary>
/// Writes the rows of whoever saves at the same time in one transaction, so that they share its way to the disk. Each save beside others has a
/// savepoint of its own: one that fails takes nothing with it. A save is answered after the commit, never before.
/// </summary>
internal sealed class SqliteGroupCommit(SemaphoreSlim gate) : IDisposable
{
    private const int MostSaves = 64;

    private readonly ConcurrentQueue<Save> _waiting = new();
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private SqliteConnection? _connection;
    private string? _database;
    private int _isWriting;

    /// <summary>Saves rows all or none.</summary>
    /// <exception cref="DbUpdateException">A rule of the database refused them, or a row is not as it was read.</exception>
    public async Task SaveAsync(string database, IReadOnlyList<RowStatement> rows, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var save = new Save(database, rows);
        _waiting.Enqueue(save);
        if (Interlocked.CompareExchange(ref _isWriting, 1, 0) == 0)
        {
            await WriteAsync();
            // Its own is done: what came meanwhile doesn't keep it.
            if (!_waiting.IsEmpty && Interlocked.CompareExchange(ref _isWriting, 1, 0) == 0)
                _ = Task.Run(WriteAllAsync, CancellationToken.None);
        }

        await save.Answer.Task;
    }

    public void Dispose() => Close();

    private async Task WriteAllAsync()
    {
        do
        {
            await WriteAsync();
        }
        while (!_waiting.IsEmpty && Interlocked.CompareExchange(ref _isWriting, 1, 0) == 0);
    }

    private async Task WriteAsync()
    {
        try
        {
            await gate.WaitAsync();
        }
        catch (ObjectDisposedException ended)
        {
            while (_waiting.TryDequeue(out var save))
            {
                save.Fail(ended);
                save.End();
            }

            Interlocked.Exchange(ref _isWriting, 0);
            return;
        }

        try
        {
            Write();
        }
        finally
        {
            gate.Release();
            // A full fence: whoever comes after it takes the turn, whoever came before it is seen in the queue.
            Interlocked.Exchange(ref _isWriting, 0);
        }
    }

    private void Write()
    {
        List<Save> saves = [];
        while (saves.Count < MostSaves && _waiting.TryDequeue(out var save))
            saves.Add(save);
        if (saves.Count == 0)
            return;
        try
        {
            Open(saves[0].Database);
            Execute("BEGIN IMMEDIATE");
            if (saves is [var alone])
            {
                // A savepoint would copy every page that it changes; who is alone has the transaction to undo.
                Execute(TryWrite(alone) ? "COMMIT" : "ROLLBACK");
            }
            else
            {
                foreach (var save in saves)
                    WriteBesideOthers(save);
                Execute("COMMIT");
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // What was begun ends with its connection.
            Close();
            foreach (var save in saves.Where(save => save.Failure is null))
                save.Fail(new DbUpdateException("The transaction failed.", failure));
        }

        foreach (var save in saves)
            save.End();
    }

    private void WriteBesideOthers(Save save)
    {
        Execute("SAVEPOINT save");
        if (!TryWrite(save))
            Execute("ROLLBACK TO save");
        Execute("RELEASE save");
    }

    private bool TryWrite(Save save)
    {
        try
        {
            foreach (var row in save.Rows)
            {
                if (Execute(row.Text, row.Values) != 1)
                    throw new DbUpdateConcurrencyException("A row is not as it was read.");
            }

            return true;
        }
        catch (DbUpdateConcurrencyException failure)
        {
            save.Fail(failure);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            save.Fail(new DbUpdateException("A rule of the database refused a row.", failure));
        }

        return false;
    }

    private void Open(string database)
    {
        if (_connection is not null && _database == database)
            return;
        Close();
        // Not of the pool: what a failure leaves open ends with it.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        _connection.Open();
        _database = database;
        using var command = _connection.CreateCommand();
        // What savepoints remember needs no file: it is of no use after a crash.
        command.CommandText = SqliteDurability.Pragmas + " PRAGMA temp_store=MEMORY;";
        command.ExecuteNonQuery();
    }

    private int Execute(string text, params object[] values)
    {
        if (!_commands.TryGetValue(text, out var command))
        {
            _commands[text] = command = _connection!.CreateCommand();
            command.CommandText = text;
            for (var number = 0; number < values.Length; number++)
                command.Parameters.AddWithValue(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${number}"), values[number]);
        }

        for (var number = 0; number < values.Length; number++)
            command.Parameters[number].Value = values[number];
        return command.ExecuteNonQuery();
    }

    private void Close()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        _commands.Clear();
        _connection?.Dispose();
        _connection = null;
    }

    private sealed class Save(string database, IReadOnlyList<RowStatement> rows)
    {
        public string Database => database;

        public IReadOnlyList<RowStatement> Rows => rows;

        public Exception? Failure { get; private set; }

        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Fail(Exception failure) => Failure ??= failure;

        public void End()
        {
            if (Failure is null)
                Answer.SetResult();
            else
                Answer.SetException(Failure);
        }
    }
}
