using DocFlow.Office.Sending;
using DocFlow.Office.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Office;

/// <summary>What people want to be told outside the system.</summary>
internal sealed class SendingConfiguration : IEntityTypeConfiguration<NoticeContact>, IEntityTypeConfiguration<NoticeChoice>
{
    public void Configure(EntityTypeBuilder<NoticeContact> builder)
    {
        builder.ToTable("NoticeContacts");
        builder.HasKey(contact => contact.PersonId);
        builder.Property(contact => contact.PersonId).HasMaxLength(Lengths.Id);
        builder.Property(contact => contact.Mail).HasMaxLength(Lengths.Key);
        builder.HasOne(contact => contact.Person).WithOne().HasForeignKey<NoticeContact>(contact => contact.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(contact => new { contact.WantsDigest, contact.LastDigestOn });
    }

    public void Configure(EntityTypeBuilder<NoticeChoice> builder)
    {
        builder.ToTable("NoticeChoices");
        builder.HasKey(choice => new { choice.PersonId, choice.Kind, choice.Way });
        builder.Property(choice => choice.PersonId).HasMaxLength(Lengths.Id);
        builder.Property(choice => choice.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(choice => choice.Way).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Person>().WithMany().HasForeignKey(choice => choice.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
