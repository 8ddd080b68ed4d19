using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Engine;

/// <summary>Tables of the workflow engine.</summary>
internal sealed class EngineConfiguration : IEntityTypeConfiguration<DefinitionRow>, IEntityTypeConfiguration<DefinitionSourceRow>, IEntityTypeConfiguration<EngineLockRow>,
    IEntityTypeConfiguration<InstanceRow>, IEntityTypeConfiguration<BurstRow>, IEntityTypeConfiguration<BookmarkRow>, IEntityTypeConfiguration<TriggerRow>, IEntityTypeConfiguration<StimulusRow>
{
    private const int Names = 200;
    private const int Ids = 64;

    public void Configure(EntityTypeBuilder<DefinitionRow> builder)
    {
        builder.ToTable("WorkflowDefinitions");
        builder.Property(row => row.VersionId).HasMaxLength(Names);
        builder.Property(row => row.DefinitionId).HasMaxLength(Names);
        builder.Property(row => row.Name).HasMaxLength(Names);
        builder.Property(row => row.ToolVersion).HasMaxLength(Ids);
        builder.Property(row => row.ProviderName).HasMaxLength(Ids);
        builder.Property(row => row.Hash).HasMaxLength(Ids);
        builder.HasIndex(row => row.VersionId).IsUnique();
        builder.HasIndex(row => new { row.DefinitionId, row.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DefinitionSourceRow> builder)
    {
        builder.ToTable("WorkflowSources");
        builder.HasKey(row => row.DefinitionId);
        builder.Property(row => row.DefinitionId).HasMaxLength(Names);
        builder.Property(row => row.Hash).HasMaxLength(Ids);
    }

    public void Configure(EntityTypeBuilder<EngineLockRow> builder)
    {
        builder.ToTable("WorkflowLocks");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasData(new EngineLockRow { Id = EngineLockRow.Definitions }, new EngineLockRow { Id = EngineLockRow.Activations });
    }

    public void Configure(EntityTypeBuilder<InstanceRow> builder)
    {
        builder.ToTable("WorkflowInstances");
        builder.Property(row => row.Id).HasMaxLength(Ids);
        builder.Property(row => row.DefinitionId).HasMaxLength(Names);
        builder.Property(row => row.CorrelationId).HasMaxLength(Names);
        builder.Property(row => row.Name).HasMaxLength(Names);
        builder.Property(row => row.ParentId).HasMaxLength(Ids);
        builder.Property(row => row.Status).HasConversion<string>().HasMaxLength(Ids);
        builder.Property(row => row.SubStatus).HasConversion<string>().HasMaxLength(Ids);
        builder.HasIndex(row => row.CorrelationId);
        builder.HasIndex(row => row.ParentId);
        builder.HasIndex(row => row.CreatedAt);
        builder.HasIndex(row => new { row.DefinitionId, row.Status });
        builder.HasOne<DefinitionRow>().WithMany().HasForeignKey(row => row.DefinitionRowId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<BurstRow> builder)
    {
        builder.ToTable("WorkflowBursts");
        builder.Property(row => row.InstanceId).HasMaxLength(Ids);
        builder.HasIndex(row => new { row.InstanceId, row.FirstSequence });
    }

    public void Configure(EntityTypeBuilder<StimulusRow> builder)
    {
        builder.ToTable("WorkflowStimuli");
        builder.Property(row => row.Id).HasMaxLength(Ids);
        builder.Property(row => row.Hash).HasMaxLength(Ids);
        builder.Property(row => row.CorrelationId).HasMaxLength(Names);
        builder.Property(row => row.InstanceId).HasMaxLength(Ids);
        builder.Property(row => row.ActivityInstanceId).HasMaxLength(2 * Ids);
        builder.Property(row => row.TakenBy).HasMaxLength(Ids);
        builder.HasIndex(row => row.Hash);
        builder.HasIndex(row => row.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<BookmarkRow> builder)
    {
        builder.ToTable("WorkflowBookmarks");
        builder.Property(row => row.Id).HasMaxLength(Ids);
        builder.Property(row => row.InstanceId).HasMaxLength(Ids);
        builder.Property(row => row.CorrelationId).HasMaxLength(Names);
        builder.Property(row => row.Name).HasMaxLength(Names);
        builder.Property(row => row.Hash).HasMaxLength(Ids);
        builder.Property(row => row.ActivityInstanceId).HasMaxLength(2 * Ids);
        builder.HasIndex(row => row.Hash);
        builder.HasIndex(row => row.DueAt);
        builder.HasOne<InstanceRow>().WithMany().HasForeignKey(row => row.InstanceId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<TriggerRow> builder)
    {
        builder.ToTable("WorkflowTriggers");
        builder.Property(row => row.DefinitionId).HasMaxLength(Names);
        builder.Property(row => row.NodeId).HasMaxLength(2 * Names);
        builder.Property(row => row.Name).HasMaxLength(Names);
        builder.Property(row => row.Hash).HasMaxLength(Ids);
        builder.HasIndex(row => row.Hash);
        builder.HasIndex(row => row.DefinitionId);
        builder.HasIndex(row => row.DueAt);
    }
}
