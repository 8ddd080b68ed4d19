using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DocFlow.Persistence.Providers;

/// <summary>One changed row as a statement of SQLite: the same text for the same kind of change, so that it is prepared once.</summary>
/// <param name="Values">Of the parameters $0, $1 and so on, as the column keeps them.</param>
internal sealed record RowStatement(string Text, object[] Values)
{
    public static RowStatement Of(EntityEntry entry) => entry.State switch
    {
        EntityState.Added => Insert(entry),
        EntityState.Modified => Update(entry),
        _ => Delete(entry),
    };

    private static RowStatement Insert(EntityEntry entry)
    {
        var written = entry.Metadata.GetProperties().Where(property => !entry.Property(property).IsTemporary).ToList();
        var names = string.Join(", ", written.Select(Column));
        return new RowStatement(
            $"INSERT INTO \"{entry.Metadata.GetTableName()}\" ({names}) VALUES ({string.Join(", ", Enumerable.Range(0, written.Count).Select(Parameter))})",
            [.. written.Select(property => Kept(property, entry.CurrentValues[property]))]);
    }

    private static RowStatement Update(EntityEntry entry)
    {
        var written = entry.Metadata.GetProperties().Where(property => property.IsConcurrencyToken || entry.Property(property).IsModified).ToList();
        var (condition, known) = Known(entry, written.Count);
        return new RowStatement(
            $"UPDATE \"{entry.Metadata.GetTableName()}\" SET {string.Join(", ", written.Select((property, number) => $"{Column(property)} = {Parameter(number)}"))} WHERE {condition}",
            [.. written.Select(property => Kept(property, entry.CurrentValues[property])), .. known]);
    }

    private static RowStatement Delete(EntityEntry entry)
    {
        var (condition, known) = Known(entry, 0);
        return new RowStatement($"DELETE FROM \"{entry.Metadata.GetTableName()}\" WHERE {condition}", [.. known]);
    }

    // As it was read: a row that another transaction has changed since isn't found.
    private static (string Condition, IEnumerable<object> Values) Known(EntityEntry entry, int first)
    {
        var known = entry.Metadata.GetProperties().Where(property => property.IsPrimaryKey() || property.IsConcurrencyToken).ToList();
        return (string.Join(" AND ", known.Select((property, number) => $"{Column(property)} = {Parameter(first + number)}")), known.Select(property => Kept(property, entry.OriginalValues[property])));
    }

    private static string Column(IProperty property) => $"\"{property.GetColumnName()}\"";

    private static string Parameter(int number) => string.Create(CultureInfo.InvariantCulture, $"${number}");

    private static object Kept(IProperty property, object? value) => property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) ?? DBNull.Value : value ?? DBNull.Value;
}
