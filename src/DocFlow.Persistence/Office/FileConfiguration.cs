using DocFlow.Office.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Office;

/// <summary>Stored files, and what was produced and sent out.</summary>
internal sealed class FileConfiguration :
    IEntityTypeConfiguration<StoredFile>, IEntityTypeConfiguration<Rendering>, IEntityTypeConfiguration<Distribution>, IEntityTypeConfiguration<Receipt>,
    IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("StoredFiles");
        builder.HasKey(file => file.Hash);
        builder.Property(file => file.Hash).HasMaxLength(Lengths.Hash);
    }

    public void Configure(EntityTypeBuilder<Rendering> builder)
    {
        builder.ToTable("Renderings");
        builder.Property(rendering => rendering.Id).HasMaxLength(Lengths.Id);
        builder.Property(rendering => rendering.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(rendering => rendering.Purpose).HasConversion<string>().HasMaxLength(20);
        builder.Property(rendering => rendering.Format).HasMaxLength(20);
        builder.Property(rendering => rendering.FileHash).HasMaxLength(Lengths.Hash);
        builder.HasOne<Document>().WithMany().HasForeignKey(rendering => rendering.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(rendering => rendering.Name).HasMaxLength(Lengths.Name).HasDefaultValue("");
        builder.HasIndex(rendering => new { rendering.DocumentId, rendering.VersionOrdinal, rendering.Purpose, rendering.Name, rendering.Format }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Distribution> builder)
    {
        builder.ToTable("Distributions");
        builder.Property(distribution => distribution.Id).HasMaxLength(Lengths.Id);
        builder.Property(distribution => distribution.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(distribution => distribution.Key).HasMaxLength(Lengths.Key);
        builder.Property(distribution => distribution.Kind).HasConversion<string>().HasMaxLength(20).HasDefaultValue(DistributionKind.Issue);
        builder.Property(distribution => distribution.ByPersonId).HasMaxLength(Lengths.Id);
        builder.HasOne<Document>().WithMany().HasForeignKey(distribution => distribution.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(distribution => distribution.Key).IsUnique();
        builder.HasIndex(distribution => distribution.DocumentId);
    }

    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("Receipts");
        builder.Property(receipt => receipt.Id).HasMaxLength(Lengths.Id);
        builder.Property(receipt => receipt.DistributionId).HasMaxLength(Lengths.Id);
        builder.Property(receipt => receipt.RecipientName).HasMaxLength(Lengths.Key);
        builder.Property(receipt => receipt.UnitId).HasMaxLength(Lengths.Id);
        builder.Property(receipt => receipt.ReceivedById).HasMaxLength(Lengths.Id);
        builder.HasOne<Distribution>().WithMany(distribution => distribution.Receipts)
            .HasForeignKey(receipt => receipt.DistributionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(receipt => receipt.UnitId);
    }

    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("Corrections");
        builder.Property(correction => correction.Id).HasMaxLength(Lengths.Id);
        builder.Property(correction => correction.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(correction => correction.Reason).HasMaxLength(Lengths.Text);
        builder.Property(correction => correction.ById).HasMaxLength(Lengths.Id);
        builder.HasOne<Document>().WithMany().HasForeignKey(correction => correction.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(correction => correction.DecidedById).HasMaxLength(Lengths.Id);
        builder.Property(correction => correction.RefusedBecause).HasMaxLength(Lengths.Text);
        builder.HasIndex(correction => new { correction.DocumentId, correction.ToVersion }).IsUnique();
    }
}
