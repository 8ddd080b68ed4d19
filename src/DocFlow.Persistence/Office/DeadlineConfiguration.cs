using DocFlow.Office.Deadlines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Office;

/// <summary>What falls due.</summary>
internal sealed class DeadlineConfiguration : IEntityTypeConfiguration<Deadline>
{
    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.ToTable("Deadlines");
        builder.Property(deadline => deadline.Id).HasMaxLength(Lengths.Id);
        builder.Property(deadline => deadline.WorkItemId).HasMaxLength(Lengths.Id);
        builder.Property(deadline => deadline.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(deadline => deadline.LastError).HasMaxLength(Lengths.Text);
        builder.Property(deadline => deadline.Letter).HasMaxLength(Lengths.Name);
        builder.Property(deadline => deadline.Recipients).HasMaxLength(Lengths.Text);
        builder.HasOne(deadline => deadline.WorkItem).WithMany().HasForeignKey(deadline => deadline.WorkItemId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(deadline => deadline.DistributionId).HasMaxLength(Lengths.Id);
        builder.HasOne(deadline => deadline.Distribution).WithMany().HasForeignKey(deadline => deadline.DistributionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(deadline => new { deadline.DoneAt, deadline.DueAt });
    }
}
