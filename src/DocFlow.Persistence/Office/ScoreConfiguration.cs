using DocFlow.Office.Assessment;
using DocFlow.Office.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Office;

/// <summary>Scores, the events behind them, and corrections.</summary>
internal sealed class ScoreConfiguration : IEntityTypeConfiguration<ScoreSheet>, IEntityTypeConfiguration<ScoreEntry>, IEntityTypeConfiguration<ScoreCorrection>
{
    private const int Period = 7;
    private const int Measure = 40;

    public void Configure(EntityTypeBuilder<ScoreSheet> builder)
    {
        builder.ToTable("ScoreSheets");
        builder.Property(sheet => sheet.Id).HasMaxLength(Lengths.Id);
        builder.Property(sheet => sheet.Period).HasMaxLength(Period);
        builder.Property(sheet => sheet.PersonId).HasMaxLength(Lengths.Id);
        builder.Property(sheet => sheet.UnitId).HasMaxLength(Lengths.Id);
        builder.Property(sheet => sheet.Reason).HasMaxLength(ScoreCorrection.MostReason);
        builder.Property(sheet => sheet.ById).HasMaxLength(Lengths.Id);
        builder.Property(sheet => sheet.MatterId).HasMaxLength(Lengths.Id);
        builder.HasOne<Person>().WithMany().HasForeignKey(sheet => sheet.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(sheet => new { sheet.Period, sheet.PersonId, sheet.Revision }).IsUnique();
        builder.HasIndex(sheet => new { sheet.PersonId, sheet.IsCurrent });
    }

    public void Configure(EntityTypeBuilder<ScoreEntry> builder)
    {
        builder.ToTable("ScoreEntries");
        builder.Property(entry => entry.Id).HasMaxLength(Lengths.Id);
        builder.Property(entry => entry.SheetId).HasMaxLength(Lengths.Id);
        builder.Property(entry => entry.Measure).HasMaxLength(Measure);
        builder.Property(entry => entry.EventId).HasMaxLength(Lengths.Id);
        builder.Property(entry => entry.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(entry => entry.Words).HasMaxLength(Lengths.Text);
        builder.HasOne(entry => entry.Sheet).WithMany(sheet => sheet.Entries).HasForeignKey(entry => entry.SheetId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(entry => entry.DocumentId);
    }

    public void Configure(EntityTypeBuilder<ScoreCorrection> builder)
    {
        builder.ToTable("ScoreCorrections");
        builder.Property(correction => correction.Id).HasMaxLength(Lengths.Id);
        builder.Property(correction => correction.Period).HasMaxLength(Period);
        builder.Property(correction => correction.PersonId).HasMaxLength(Lengths.Id);
        builder.Property(correction => correction.EventId).HasMaxLength(Lengths.Id);
        builder.Property(correction => correction.Measure).HasMaxLength(Measure);
        builder.Property(correction => correction.Reason).HasMaxLength(ScoreCorrection.MostReason);
        builder.Property(correction => correction.ById).HasMaxLength(Lengths.Id);
        builder.HasIndex(correction => new { correction.Period, correction.PersonId, correction.EventId, correction.Measure }).IsUnique();
    }
}
