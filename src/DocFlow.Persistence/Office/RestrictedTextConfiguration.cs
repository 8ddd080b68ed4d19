using DocFlow.Office.Dossiers;
using DocFlow.Office.Restricted;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Office;

/// <summary>Restricted texts, sealed.</summary>
internal sealed class RestrictedTextConfiguration : IEntityTypeConfiguration<RestrictedText>
{
    public void Configure(EntityTypeBuilder<RestrictedText> builder)
    {
        builder.ToTable("RestrictedTexts");
        builder.HasKey(text => text.Id);
        builder.Property(text => text.Id).HasMaxLength(Lengths.Id);
        builder.Property(text => text.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(text => text.Key).HasMaxLength(40);
        builder.Property(text => text.Label).HasMaxLength(Lengths.Name);
        builder.HasOne<Document>().WithMany().HasForeignKey(text => text.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(text => text.At);
    }
}
