using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Office;

/// <summary>Work items and their seats.</summary>
internal sealed class WorkItemConfiguration : IEntityTypeConfiguration<WorkItem>, IEntityTypeConfiguration<Seat>
{
    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("WorkItems");
        builder.Property(item => item.Id).HasMaxLength(Lengths.Id);
        builder.Property(item => item.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(item => item.InstanceId).HasMaxLength(Lengths.Key);
        builder.Property(item => item.NodeId).HasMaxLength(Lengths.Key);
        builder.Property(item => item.VisitKey).HasMaxLength(400);
        builder.Property(item => item.StepName).HasMaxLength(Lengths.Name);
        builder.Property(item => item.StepKind).HasConversion<string>().HasMaxLength(20);
        builder.Property(item => item.Completion).HasConversion<string>().HasMaxLength(20);
        builder.Property(item => item.OnReturn).HasConversion<string>().HasMaxLength(20).HasDefaultValue(ReturnRule.WithdrawOpen);
        builder.Property(item => item.WhenOverdue).HasConversion<string>().HasMaxLength(20).HasDefaultValue(OverdueRule.Wait);
        builder.Property(item => item.Buttons).HasMaxLength(Lengths.Key);
        builder.Property(item => item.FieldKeys).HasMaxLength(Lengths.Text);
        builder.Property(item => item.DifferentFrom).HasMaxLength(Lengths.Name);
        builder.Property(item => item.AwaitsBorn).HasDefaultValue(false);
        builder.Property(item => item.Outcome).HasMaxLength(Lengths.Name);
        builder.HasOne(item => item.Document).WithMany().HasForeignKey(item => item.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(item => item.VisitKey).IsUnique();
        builder.HasIndex(item => item.InstanceId);
        builder.HasIndex(item => new { item.Outcome, item.ClosedAt });
        builder.HasIndex(item => new { item.DocumentId, item.ClosedAt });
    }

    public void Configure(EntityTypeBuilder<Seat> builder)
    {
        builder.ToTable("Seats");
        builder.Property(seat => seat.Id).HasMaxLength(Lengths.Id);
        builder.Property(seat => seat.WorkItemId).HasMaxLength(Lengths.Id);
        builder.Property(seat => seat.PersonId).HasMaxLength(Lengths.Id);
        builder.Property(seat => seat.PostId).HasMaxLength(Lengths.Id);
        builder.Property(seat => seat.PostShown).HasMaxLength(Lengths.Key);
        builder.Property(seat => seat.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(seat => seat.AskedBySeatId).HasMaxLength(Lengths.Id);
        builder.Property(seat => seat.Place).HasConversion<string>().HasMaxLength(20).HasDefaultValue(SeatPlace.Beside);
        builder.Property(seat => seat.Outcome).HasMaxLength(Lengths.Name);
        builder.Property(seat => seat.Opinion).HasMaxLength(Lengths.Text);
        builder.Property(seat => seat.ReturnCategory).HasMaxLength(Lengths.Key);
        builder.Property(seat => seat.SignatureHash).HasMaxLength(Lengths.Hash);
        builder.Property(seat => seat.HandwritingHash).HasMaxLength(Lengths.Hash);
        builder.Property(seat => seat.DecidedById).HasMaxLength(Lengths.Id);
        builder.Property(seat => seat.ContentHash).HasMaxLength(Lengths.Hash);
        builder.Property(seat => seat.DecisionKey).HasMaxLength(Lengths.Key);
        builder.HasOne(seat => seat.WorkItem).WithMany(item => item.Seats).HasForeignKey(seat => seat.WorkItemId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(seat => seat.Person).WithMany().HasForeignKey(seat => seat.PersonId).OnDelete(DeleteBehavior.Restrict);
        // Each list is one range of an index, in the list's order.
        builder.HasIndex(seat => new { seat.PersonId, seat.State, seat.DueOrder, seat.Id });
        builder.HasIndex(seat => new { seat.PostId, seat.State, seat.DueOrder, seat.Id });
        builder.HasIndex(seat => new { seat.DecidedById, seat.DecidedAt, seat.Id });
    }
}
