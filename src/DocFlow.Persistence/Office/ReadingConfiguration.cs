using DocFlow.Office.Circulation;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Following;
using DocFlow.Office.Handwriting;
using DocFlow.Office.Notices;
using DocFlow.Office.Opinions;
using DocFlow.Office.ParagraphNotes;
using DocFlow.Office.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Office;

/// <summary>What people read of a document and make of it: circulation, notices, follows, opinions written by hand, answers to opinions, notes on paragraphs.</summary>
internal sealed class ReadingConfiguration :
    IEntityTypeConfiguration<CirculationSheet>, IEntityTypeConfiguration<CirculationReader>, IEntityTypeConfiguration<Notice>,
    IEntityTypeConfiguration<Follow>, IEntityTypeConfiguration<OpinionAnswer>, IEntityTypeConfiguration<SeatHandwriting>, IEntityTypeConfiguration<ParagraphNote>
{
    public void Configure(EntityTypeBuilder<CirculationSheet> builder)
    {
        builder.ToTable("CirculationSheets");
        builder.Property(sheet => sheet.Id).HasMaxLength(Lengths.Id);
        builder.Property(sheet => sheet.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(sheet => sheet.SenderId).HasMaxLength(Lengths.Id);
        builder.Property(sheet => sheet.Note).HasMaxLength(Lengths.Text);
        builder.Property(sheet => sheet.Key).HasMaxLength(Lengths.Key);
        builder.HasOne(sheet => sheet.Document).WithMany().HasForeignKey(sheet => sheet.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(sheet => sheet.Sender).WithMany().HasForeignKey(sheet => sheet.SenderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(sheet => sheet.Key).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CirculationReader> builder)
    {
        builder.ToTable("CirculationReaders");
        builder.Property(reader => reader.Id).HasMaxLength(Lengths.Id);
        builder.Property(reader => reader.SheetId).HasMaxLength(Lengths.Id);
        builder.Property(reader => reader.PersonId).HasMaxLength(Lengths.Id);
        builder.Property(reader => reader.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(reader => reader.Remark).HasMaxLength(Lengths.Text);
        builder.HasOne(reader => reader.Sheet).WithMany(sheet => sheet.Readers).HasForeignKey(reader => reader.SheetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(reader => reader.Person).WithMany().HasForeignKey(reader => reader.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(reader => new { reader.SheetId, reader.PersonId }).IsUnique();
        builder.HasIndex(reader => new { reader.PersonId, reader.State, reader.Id });
        builder.HasIndex(reader => new { reader.PersonId, reader.ReadAt, reader.Id });
    }

    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices");
        builder.Property(notice => notice.Id).HasMaxLength(Lengths.Id);
        builder.Property(notice => notice.PersonId).HasMaxLength(Lengths.Id);
        builder.Property(notice => notice.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(notice => notice.Text).HasMaxLength(Lengths.Text);
        builder.Property(notice => notice.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(notice => notice.SenderId).HasMaxLength(Lengths.Id);
        builder.Property(notice => notice.Key).HasMaxLength(Lengths.Key);
        builder.Property(notice => notice.WorkItemId).HasMaxLength(Lengths.Id);
        builder.HasOne<Person>().WithMany().HasForeignKey(notice => notice.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(notice => notice.Document).WithMany().HasForeignKey(notice => notice.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(notice => notice.Sender).WithMany().HasForeignKey(notice => notice.SenderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(notice => new { notice.PersonId, notice.Key }).IsUnique();
        builder.HasIndex(notice => new { notice.PersonId, notice.ReadAt, notice.At });
    }

    public void Configure(EntityTypeBuilder<Follow> builder)
    {
        builder.ToTable("Follows");
        builder.HasKey(follow => new { follow.PersonId, follow.DocumentId });
        builder.Property(follow => follow.PersonId).HasMaxLength(Lengths.Id);
        builder.Property(follow => follow.DocumentId).HasMaxLength(Lengths.Id);
        builder.HasOne<Person>().WithMany().HasForeignKey(follow => follow.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Document>().WithMany().HasForeignKey(follow => follow.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(follow => follow.DocumentId);
        builder.HasIndex(follow => new { follow.PersonId, follow.At, follow.DocumentId });
    }

    public void Configure(EntityTypeBuilder<SeatHandwriting> builder)
    {
        builder.ToTable("Handwritings");
        builder.HasKey(row => row.SeatId);
        builder.Property(row => row.SeatId).HasMaxLength(Lengths.Id);
        builder.HasOne(row => row.Seat).WithOne().HasForeignKey<SeatHandwriting>(row => row.SeatId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<OpinionAnswer> builder)
    {
        builder.ToTable("OpinionAnswers");
        builder.HasKey(answer => answer.SeatId);
        builder.Property(answer => answer.SeatId).HasMaxLength(Lengths.Id);
        builder.Property(answer => answer.Adoption).HasConversion<string>().HasMaxLength(20);
        builder.Property(answer => answer.Reason).HasMaxLength(Lengths.Text);
        builder.Property(answer => answer.AnsweredById).HasMaxLength(Lengths.Id);
        builder.HasOne(answer => answer.Seat).WithOne().HasForeignKey<OpinionAnswer>(answer => answer.SeatId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(answer => answer.AnsweredById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ParagraphNote> builder)
    {
        builder.ToTable("ParagraphNotes");
        builder.Property(note => note.Id).HasMaxLength(Lengths.Id);
        builder.Property(note => note.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(note => note.Place).HasMaxLength(Lengths.Name);
        builder.Property(note => note.AuthorId).HasMaxLength(Lengths.Id);
        builder.Property(note => note.PostShown).HasMaxLength(Lengths.Key);
        builder.Property(note => note.StepName).HasMaxLength(Lengths.Name);
        builder.Property(note => note.Text).HasMaxLength(Lengths.Text);
        builder.Property(note => note.Adoption).HasConversion<string>().HasMaxLength(20);
        builder.Property(note => note.Reason).HasMaxLength(Lengths.Text);
        builder.Property(note => note.AnsweredById).HasMaxLength(Lengths.Id);
        builder.HasOne<Document>().WithMany().HasForeignKey(note => note.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(note => note.Author).WithMany().HasForeignKey(note => note.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(note => note.DocumentId);
    }
}
