using DocFlow.Office.People;
using DocFlow.Office.Schedules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Office;

/// <summary>The schedule, and who reads it in a calendar program.</summary>
internal sealed class ScheduleConfiguration
    : IEntityTypeConfiguration<Engagement>, IEntityTypeConfiguration<EngagementParty>, IEntityTypeConfiguration<ScheduleDay>, IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<Engagement> builder)
    {
        builder.ToTable("Engagements");
        builder.Property(engagement => engagement.Id).HasMaxLength(Lengths.Id);
        builder.Property(engagement => engagement.DocumentId).HasMaxLength(Lengths.Id);
        builder.Property(engagement => engagement.Title).HasMaxLength(Engagement.MostTitle);
        builder.Property(engagement => engagement.Room).HasMaxLength(Lengths.Key);
        builder.Property(engagement => engagement.Place).HasMaxLength(Lengths.Title);
        builder.Ignore(engagement => engagement.Where);
        builder.HasOne(engagement => engagement.Document).WithMany().HasForeignKey(engagement => engagement.DocumentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(engagement => engagement.Parties).WithOne().HasForeignKey(party => party.EngagementId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(engagement => new { engagement.StartsAt, engagement.EndsAt });
    }

    public void Configure(EntityTypeBuilder<EngagementParty> builder)
    {
        builder.ToTable("EngagementParties");
        builder.HasKey(party => new { party.EngagementId, party.Order });
        builder.Property(party => party.EngagementId).HasMaxLength(Lengths.Id);
        builder.Property(party => party.PartyId).HasMaxLength(Lengths.Id);
        builder.Property(party => party.Role).HasMaxLength(Lengths.Name);
        builder.HasIndex(party => party.PartyId);
    }

    public void Configure(EntityTypeBuilder<ScheduleDay> builder)
    {
        builder.ToTable("ScheduleDays");
        builder.HasKey(day => day.Day);
        builder.Property(day => day.Day).HasMaxLength(10);
    }

    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("CalendarFeeds");
        builder.HasKey(feed => feed.PersonId);
        builder.Property(feed => feed.PersonId).HasMaxLength(Lengths.Id);
        builder.Property(feed => feed.SecretHash).HasMaxLength(Lengths.Hash);
        builder.HasOne<Person>().WithOne().HasForeignKey<CalendarFeed>(feed => feed.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(feed => feed.SecretHash).IsUnique();
    }
}
