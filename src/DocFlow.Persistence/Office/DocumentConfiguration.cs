using DocFlow.Office.Dossiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Office;

/// <summary>Documents with their versions, annexes and co-signing units.</summary>
internal sealed class DocumentConfiguration :
    IEntityTypeConfiguration<Document>, IEntityTypeConfiguration<DocumentSight>, IEntityTypeConfiguration<CosigningUnit>,
    IEntityTypeConfiguration<DocumentVersion>, IEntityTypeConfiguration<VersionAttachment>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("Documents");
        builder.Property(document => document.Id).HasMaxLength(Lengths.Id);
        builder.Property(document => document.Title).HasMaxLength(Lengths.Title);
        builder.Property(document => document.Kind).HasMaxLength(20);
        builder.Property(document => document.ProcedureId).HasMaxLength(Lengths.Name);
        builder.Property(document => document.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(document => document.DrafterId).HasMaxLength(Lengths.Id);
        builder.Property(document => document.DrafterUnitId).HasMaxLength(Lengths.Id);
        builder.Property(document => document.Number).HasMaxLength(Lengths.Name);
        builder.Property(document => document.SignerId).HasMaxLength(Lengths.Id);
        builder.Property(document => document.SignedHash).HasMaxLength(Lengths.Hash);
        builder.Property(document => document.InstanceId).HasMaxLength(Lengths.Key);
        builder.Property(document => document.Urgency).HasMaxLength(20);
        builder.Property(document => document.StraightToNodeId).HasMaxLength(Lengths.Key);
        builder.Property(document => document.ReturnToNodeId).HasMaxLength(Lengths.Key);
        builder.Property(document => document.JumpToNodeId).HasMaxLength(Lengths.Key);
        builder.Property(document => document.SkipNodeId).HasMaxLength(Lengths.Key);
        builder.Property(document => document.SkipReason).HasMaxLength(Lengths.Text);
        builder.Property(document => document.PauseReason).HasMaxLength(Lengths.Text);
        builder.HasOne(document => document.Drafter).WithMany().HasForeignKey(document => document.DrafterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(document => document.DrafterUnit).WithMany().HasForeignKey(document => document.DrafterUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(document => new { document.DrafterId, document.CreatedAt, document.Id });
        builder.HasIndex(document => document.DrafterUnitId);
        builder.Property(document => document.CreationKey).HasMaxLength(Lengths.Key);
        builder.Property(document => document.BornFromId).HasMaxLength(Lengths.Id);
        builder.Property(document => document.IsMatter).HasDefaultValue(false);
        // Registers walk these without touching the rows; words are looked for in the first.
        builder.HasIndex(document => new { document.ProcedureId, document.CreatedAt, document.Id, document.Title, document.Number });
        builder.HasIndex(document => new { document.ProcedureId, document.DueAt, document.Id });
        builder.HasIndex(document => new { document.ProcedureId, document.State, document.DueAt, document.Id });
        builder.HasIndex(document => new { document.ProcedureId, document.Number, document.Id });
        builder.HasIndex(document => document.BornFromId);
        builder.HasIndex(document => document.InstanceId);
        builder.HasIndex(document => document.CreationKey).IsUnique();
    }

    public void Configure(EntityTypeBuilder<DocumentSight> builder)
    {
        builder.ToTable("DocumentSights");
        builder.HasKey(sight => new { sight.ViewerId, sight.DocumentId, sight.SourceId });
        builder.Property(sight => sight.ViewerId).HasMaxLength(Lengths.Id);
        builder.Property(sight => sight.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(sight => sight.SourceId).HasMaxLength(Lengths.Id);
        builder.Property(sight => sight.ProcedureId).HasMaxLength(Lengths.Name);
        builder.HasIndex(sight => new { sight.ViewerId, sight.ProcedureId, sight.DocumentId });
        builder.HasOne<Document>().WithMany().HasForeignKey(sight => sight.DocumentId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CosigningUnit> builder)
    {
        builder.ToTable("CosigningUnits");
        builder.HasKey(cosigning => new { cosigning.DocumentId, cosigning.UnitId });
        builder.Property(cosigning => cosigning.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(cosigning => cosigning.UnitId).HasMaxLength(Lengths.Id);
        builder.HasOne<Document>().WithMany().HasForeignKey(cosigning => cosigning.DocumentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(cosigning => cosigning.Unit).WithMany().HasForeignKey(cosigning => cosigning.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DocumentVersion> builder)
    {
        builder.ToTable("DocumentVersions");
        builder.Property(version => version.Id).HasMaxLength(Lengths.Id);
        builder.Property(version => version.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(version => version.ContentHash).HasMaxLength(Lengths.Hash);
        builder.Property(version => version.AuthorId).HasMaxLength(Lengths.Id);
        builder.Property(version => version.Note).HasMaxLength(Lengths.Text);
        builder.HasOne<Document>().WithMany().HasForeignKey(version => version.DocumentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(version => version.Author).WithMany().HasForeignKey(version => version.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(version => new { version.DocumentId, version.Ordinal }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<VersionAttachment> builder)
    {
        builder.ToTable("VersionAttachments");
        builder.Property(attachment => attachment.Id).HasMaxLength(Lengths.Id);
        builder.Property(attachment => attachment.DocumentVersionId).HasMaxLength(Lengths.Id);
        builder.Property(attachment => attachment.Name).HasMaxLength(Lengths.Key);
        builder.Property(attachment => attachment.FileHash).HasMaxLength(Lengths.Hash);
        builder.HasOne<DocumentVersion>().WithMany().HasForeignKey(attachment => attachment.DocumentVersionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(attachment => new { attachment.DocumentVersionId, attachment.Name }).IsUnique();
    }
}
