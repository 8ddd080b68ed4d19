using DocFlow.Office.Dossiers;
using DocFlow.Office.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Office;

/// <summary>Numbers and seals.</summary>
internal sealed class RegisterConfiguration :
    IEntityTypeConfiguration<NumberCounter>, IEntityTypeConfiguration<IssuedNumber>, IEntityTypeConfiguration<SealRecord>
{
    public void Configure(EntityTypeBuilder<NumberCounter> builder)
    {
        builder.ToTable("NumberCounters");
        builder.HasKey(counter => new { counter.OrganCode, counter.Year });
        builder.Property(counter => counter.OrganCode).HasMaxLength(50);
    }

    public void Configure(EntityTypeBuilder<IssuedNumber> builder)
    {
        builder.ToTable("IssuedNumbers");
        builder.Property(number => number.Id).HasMaxLength(Lengths.Id);
        builder.Property(number => number.OrganCode).HasMaxLength(50);
        builder.Property(number => number.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(number => number.Key).HasMaxLength(Lengths.Key);
        builder.HasOne<Document>().WithMany().HasForeignKey(number => number.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(number => new { number.OrganCode, number.Year, number.Number }).IsUnique();
        builder.HasIndex(number => number.Key).IsUnique();
        builder.HasIndex(number => new { number.Year, number.At });
    }

    public void Configure(EntityTypeBuilder<SealRecord> builder)
    {
        builder.ToTable("SealRecords");
        builder.Property(record => record.Id).HasMaxLength(Lengths.Id);
        builder.Property(record => record.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(record => record.Key).HasMaxLength(Lengths.Key);
        builder.Property(record => record.SealedById).HasMaxLength(Lengths.Id);
        builder.Property(record => record.RequestedById).HasMaxLength(Lengths.Id);
        builder.Property(record => record.ContentHash).HasMaxLength(Lengths.Hash);
        builder.HasOne<Document>().WithMany().HasForeignKey(record => record.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(record => record.Key).IsUnique();
    }
}
