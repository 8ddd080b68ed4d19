using DocFlow.Office.Checklists;
using DocFlow.Office.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Office;

/// <summary>The lines of steps' checklists.</summary>
internal sealed class CheckLineConfiguration : IEntityTypeConfiguration<CheckLine>
{
    public void Configure(EntityTypeBuilder<CheckLine> builder)
    {
        builder.ToTable("CheckLines");
        builder.HasKey(line => line.Id);
        builder.Property(line => line.Id).HasMaxLength(Lengths.Id);
        builder.Property(line => line.ProcedureId).HasMaxLength(Lengths.Name);
        builder.Property(line => line.StepName).HasMaxLength(Lengths.Name);
        builder.Property(line => line.Text).HasMaxLength(CheckLine.MostText);
        builder.Property(line => line.SourceId).HasMaxLength(Lengths.Id);
        builder.HasOne<Document>().WithMany().HasForeignKey(line => line.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(line => new { line.ProcedureId, line.StepName });
    }
}
