using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Engine;

/// <summary>Tables of the workflow engine.</summary>
internal sealed class EngineConfiguration : IEntityTypeConfiguration<DefinitionRow>, IEntityTypeConfiguration<InstanceRow>, IEntityTypeConfiguration<JournalRow>,
    IEntityTypeConfiguration<BookmarkRow>, IEntityTypeConfiguration<TriggerRow>
{
    private const int Names = 200;
    private const int Ids = 64;

    public void Configure(EntityTypeBuilder<DefinitionRow> builder)
    {
        builder.ToTable("WorkflowDefinitions");
        builder.Property(row => row.DefinitionId).HasMaxLength(Names);
        builder.Property(row => row.Hash).HasMaxLength(Ids);
        builder.HasIndex(row => new { row.DefinitionId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<InstanceRow> builder)
    {
        builder.ToTable("WorkflowInstances");
        builder.Property(row => row.Id).HasMaxLength(Ids);
        builder.Property(row => row.CorrelationId).HasMaxLength(Ids);
        builder.Property(row => row.SubStatus).HasMaxLength(Ids);
        builder.HasIndex(row => row.CorrelationId);
        builder.HasOne<DefinitionRow>().WithMany().HasForeignKey(row => row.DefinitionRowId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<JournalRow> builder)
    {
        builder.ToTable("WorkflowJournal");
        builder.Property(row => row.InstanceId).HasMaxLength(Ids);
        builder.Property(row => row.Event).HasMaxLength(Ids);
        builder.Property(row => row.NodeId).HasMaxLength(2 * Names);
        builder.Property(row => row.ActivityType).HasMaxLength(Names);
        builder.HasIndex(row => new { row.InstanceId, row.Sequence }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<BookmarkRow> builder)
    {
        builder.ToTable("WorkflowBookmarks");
        builder.Property(row => row.Id).HasMaxLength(Ids);
        builder.Property(row => row.InstanceId).HasMaxLength(Ids);
        builder.Property(row => row.CorrelationId).HasMaxLength(Ids);
        builder.Property(row => row.Name).HasMaxLength(Names);
        builder.Property(row => row.Hash).HasMaxLength(Ids);
        builder.HasIndex(row => row.Hash);
        builder.HasIndex(row => row.DueAt);
        builder.HasOne<InstanceRow>().WithMany().HasForeignKey(row => row.InstanceId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<TriggerRow> builder)
    {
        builder.ToTable("WorkflowTriggers");
        builder.Property(row => row.DefinitionId).HasMaxLength(Names);
        builder.Property(row => row.NodeId).HasMaxLength(2 * Names);
        builder.Property(row => row.Hash).HasMaxLength(Ids);
        builder.HasIndex(row => row.Hash);
        builder.HasIndex(row => row.DefinitionId);
    }
}
