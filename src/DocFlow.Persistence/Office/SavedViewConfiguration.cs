using DocFlow.Office.People;
using DocFlow.Office.SavedViews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Office;

/// <summary>The saved views of registers.</summary>
internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("SavedViews");
        builder.Property(view => view.Id).HasMaxLength(Lengths.Id);
        builder.Property(view => view.ProcedureId).HasMaxLength(Lengths.Name);
        builder.Property(view => view.OwnerId).HasMaxLength(Lengths.Id);
        builder.Property(view => view.Name).HasMaxLength(Lengths.Name);
        builder.HasOne<Person>().WithMany().HasForeignKey(view => view.OwnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(view => new { view.ProcedureId, view.OwnerId, view.Name }).IsUnique();
    }
}
