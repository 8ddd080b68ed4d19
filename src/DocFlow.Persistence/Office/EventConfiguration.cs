using DocFlow.Office.Events;
using DocFlow.Office.Outbox;
using DocFlow.Office.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Office;

/// <summary>The event chain, the outbox and the settings.</summary>
internal sealed class EventConfiguration :
    IEntityTypeConfiguration<OfficeEvent>, IEntityTypeConfiguration<ChainHead>, IEntityTypeConfiguration<OutboxMessage>, IEntityTypeConfiguration<OfficeSetting>
{
    public void Configure(EntityTypeBuilder<OfficeEvent> builder)
    {
        builder.ToTable("OfficeEvents");
        builder.Property(record => record.Id).HasMaxLength(Lengths.Id);
        builder.Property(record => record.Act).HasMaxLength(Lengths.Name);
        builder.Property(record => record.ActorId).HasMaxLength(Lengths.Id);
        builder.Property(record => record.ActorName).HasMaxLength(Lengths.Name);
        builder.Property(record => record.PostShown).HasMaxLength(Lengths.Key);
        builder.Property(record => record.OnBehalfOf).HasMaxLength(Lengths.Name);
        builder.Property(record => record.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(record => record.StepName).HasMaxLength(Lengths.Name);
        builder.Property(record => record.Opinion).HasMaxLength(Lengths.Text);
        builder.Property(record => record.ContentHash).HasMaxLength(Lengths.Hash);
        builder.Property(record => record.PreviousHash).HasMaxLength(Lengths.Hash);
        builder.Property(record => record.Hash).HasMaxLength(Lengths.Hash);
        builder.HasIndex(record => record.Sequence).IsUnique();
        builder.HasIndex(record => new { record.DocumentId, record.Sequence });
        // Analysis and assessment read the events of a period.
        builder.HasIndex(record => new { record.At, record.Sequence });
    }

    public void Configure(EntityTypeBuilder<ChainHead> builder)
    {
        builder.ToTable("ChainHeads");
        builder.Property(head => head.Id).ValueGeneratedNever();
        builder.Property(head => head.Hash).HasMaxLength(Lengths.Hash);
        builder.HasData(new ChainHead { Id = ChainHead.OnlyId });
    }

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("OutboxMessages");
        builder.Property(message => message.Id).HasMaxLength(Lengths.Id);
        builder.Property(message => message.Kind).HasMaxLength(Lengths.Name);
        builder.Property(message => message.Key).HasMaxLength(Lengths.Key);
        builder.Property(message => message.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(message => message.LastError).HasMaxLength(Lengths.Text);
        builder.Property(message => message.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(message => message.FaultNodeId).HasMaxLength(Lengths.Key);
        builder.HasIndex(message => message.Key).IsUnique();
        builder.HasIndex(message => message.FailingSince);
        builder.HasIndex(message => new { message.DocumentId, message.State });
        builder.HasIndex(message => new { message.State, message.AvailableAt });
    }

    public void Configure(EntityTypeBuilder<OfficeSetting> builder)
    {
        builder.ToTable("OfficeSettings");
        builder.HasKey(setting => setting.Key);
        builder.Property(setting => setting.Key).HasMaxLength(Lengths.Key);
    }
}
