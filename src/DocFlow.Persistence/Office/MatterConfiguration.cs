using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Office;

/// <summary>The registers' copy of what matters say.</summary>
internal sealed class MatterConfiguration : IEntityTypeConfiguration<MatterValue>
{
    public void Configure(EntityTypeBuilder<MatterValue> builder)
    {
        builder.ToTable("MatterValues");
        builder.HasKey(value => new { value.DocumentId, value.Key });
        builder.Property(value => value.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(value => value.Key).HasMaxLength(40);
        builder.Property(value => value.ProcedureId).HasMaxLength(Lengths.Name);
        builder.Property(value => value.Text).HasMaxLength(MatterValue.MostText);
        builder.HasOne<Document>().WithMany().HasForeignKey(value => value.DocumentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(value => new { value.ProcedureId, value.Key, value.Text, value.DocumentId });
        builder.HasIndex(value => new { value.ProcedureId, value.Key, value.Number, value.DocumentId });
        // What groups are summed by.
        builder.HasIndex(value => new { value.DocumentId, value.Key, value.Number }).HasFilter("\"Number\" IS NOT NULL");
    }
}
