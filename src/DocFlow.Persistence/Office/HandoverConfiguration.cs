using DocFlow.Office.Handovers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Office;

/// <summary>Hand-overs with their lists and signatures.</summary>
internal sealed class HandoverConfiguration : IEntityTypeConfiguration<Handover>, IEntityTypeConfiguration<HandoverItem>, IEntityTypeConfiguration<HandoverSignature>
{
    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.ToTable("Handovers");
        builder.Property(handover => handover.Id).HasMaxLength(Lengths.Id);
        builder.Property(handover => handover.PersonId).HasMaxLength(Lengths.Id);
        builder.Property(handover => handover.OpenPersonId).HasMaxLength(Lengths.Id);
        builder.Property(handover => handover.ToPostId).HasMaxLength(Lengths.Id);
        builder.Property(handover => handover.SuccessorId).HasMaxLength(Lengths.Id);
        builder.Property(handover => handover.OrderedById).HasMaxLength(Lengths.Id);
        builder.Property(handover => handover.OrderedBy).HasMaxLength(Lengths.Key);
        builder.Property(handover => handover.Reason).HasMaxLength(Lengths.Text);
        builder.Property(handover => handover.FromShown).HasMaxLength(Lengths.Title);
        builder.Property(handover => handover.ToShown).HasMaxLength(Lengths.Title);
        builder.Property(handover => handover.LastError).HasMaxLength(Lengths.Text);
        builder.Property(handover => handover.Key).HasMaxLength(Lengths.Key);
        builder.HasOne(handover => handover.Person).WithMany().HasForeignKey(handover => handover.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(handover => handover.Items).WithOne().HasForeignKey(item => item.HandoverId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(handover => handover.Signatures).WithOne().HasForeignKey(signature => signature.HandoverId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(handover => handover.Key).IsUnique();
        builder.HasIndex(handover => handover.OpenPersonId).IsUnique();
        builder.HasIndex(handover => handover.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<HandoverItem> builder)
    {
        builder.ToTable("HandoverItems");
        builder.HasKey(item => new { item.HandoverId, item.DocumentId });
        builder.Property(item => item.HandoverId).HasMaxLength(Lengths.Id);
        builder.Property(item => item.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(item => item.OwnerId).HasMaxLength(Lengths.Id);
        builder.Property(item => item.Holds).HasMaxLength(Lengths.Text);
        builder.HasOne(item => item.Document).WithMany().HasForeignKey(item => item.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(item => item.Owner).WithMany().HasForeignKey(item => item.OwnerId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<HandoverSignature> builder)
    {
        builder.ToTable("HandoverSignatures");
        builder.HasKey(signature => new { signature.HandoverId, signature.PersonId });
        builder.Property(signature => signature.HandoverId).HasMaxLength(Lengths.Id);
        builder.Property(signature => signature.PersonId).HasMaxLength(Lengths.Id);
        builder.HasOne(signature => signature.Person).WithMany().HasForeignKey(signature => signature.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
