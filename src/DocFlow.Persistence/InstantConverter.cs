using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace DocFlow.Persistence;

/// <summary>Instants as UTC <see cref="DateTime"/>: SQLite can't order offsets and Npgsql refuses others than zero.</summary>
internal sealed class InstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
