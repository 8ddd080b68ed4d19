using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.Outbox;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Providers;

/// <summary>The database on PostgreSQL.</summary>
public sealed class PostgreSqlDocFlowDbContext(DbContextOptions<PostgreSqlDocFlowDbContext> options, OutboxSignal outbox)
    : DocFlowDbContext(options, outbox)
{
    public override bool MergesWalks => true;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // Groups of a register: two walks in the order of the documents are merged, where a hash of all numbers would be built. SQLite looks numbers up one by one and has no use for it.
        var groups = builder.Entity<MatterValue>().HasIndex(value => new { value.ProcedureId, value.Key, value.DocumentId });
        NpgsqlIndexBuilderExtensions.IncludeProperties(groups, value => value.Text);
        // Counts and sums of a register: entries that are alike are kept once, so that a hundred thousand fill a hundred pages.
        builder.Entity<Document>().HasIndex(document => new { document.ProcedureId, document.State });
        builder.Entity<MatterValue>().HasIndex(value => new { value.ProcedureId, value.Key, value.Number }).HasFilter("\"Number\" IS NOT NULL");
    }
}
