using DocFlow.Office.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DocFlow.Persistence.Office;

/// <summary>Units, posts, persons and their appointments.</summary>
internal sealed class PeopleConfiguration :
    IEntityTypeConfiguration<Unit>, IEntityTypeConfiguration<Post>, IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Appointment>,
    IEntityTypeConfiguration<Delegation>, IEntityTypeConfiguration<Leave>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("Units");
        builder.Property(unit => unit.Id).HasMaxLength(Lengths.Id);
        builder.Property(unit => unit.ParentId).HasMaxLength(Lengths.Id);
        builder.Property(unit => unit.Name).HasMaxLength(Lengths.Name);
        builder.Property(unit => unit.RecipientClass).HasMaxLength(Lengths.Name);
        builder.Property(unit => unit.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(unit => unit.LeaderPostId).HasMaxLength(Lengths.Id);
        builder.HasOne<Post>().WithMany().HasForeignKey(unit => unit.LeaderPostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(unit => unit.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("Posts");
        builder.Property(post => post.Id).HasMaxLength(Lengths.Id);
        builder.Property(post => post.UnitId).HasMaxLength(Lengths.Id);
        builder.Property(post => post.Name).HasMaxLength(Lengths.Name);
        builder.HasOne(post => post.Unit).WithMany().HasForeignKey(post => post.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(post => new { post.UnitId, post.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.Property(person => person.Id).HasMaxLength(Lengths.Id);
        builder.Property(person => person.Login).HasMaxLength(Lengths.Name);
        builder.Property(person => person.Name).HasMaxLength(Lengths.Name);
        builder.HasIndex(person => person.Login).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("Appointments");
        builder.Property(appointment => appointment.Id).HasMaxLength(Lengths.Id);
        builder.Property(appointment => appointment.PersonId).HasMaxLength(Lengths.Id);
        builder.Property(appointment => appointment.PostId).HasMaxLength(Lengths.Id);
        builder.HasOne(appointment => appointment.Person).WithMany().HasForeignKey(appointment => appointment.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(appointment => appointment.Post).WithMany().HasForeignKey(appointment => appointment.PostId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(appointment => appointment.PersonId);
        builder.HasIndex(appointment => appointment.PostId);
    }

    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("Delegations");
        builder.Property(delegation => delegation.Id).HasMaxLength(Lengths.Id);
        builder.Property(delegation => delegation.FromPersonId).HasMaxLength(Lengths.Id);
        builder.Property(delegation => delegation.ToPersonId).HasMaxLength(Lengths.Id);
        builder.Property(delegation => delegation.Reason).HasMaxLength(Lengths.Text);
        builder.HasOne(delegation => delegation.FromPerson).WithMany().HasForeignKey(delegation => delegation.FromPersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(delegation => delegation.ToPerson).WithMany().HasForeignKey(delegation => delegation.ToPersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(delegation => new { delegation.ToPersonId, delegation.To });
        builder.HasIndex(delegation => delegation.FromPersonId);
    }

    public void Configure(EntityTypeBuilder<Leave> builder)
    {
        builder.ToTable("Leaves");
        builder.Property(leave => leave.Id).HasMaxLength(Lengths.Id);
        builder.Property(leave => leave.PersonId).HasMaxLength(Lengths.Id);
        builder.Property(leave => leave.Reason).HasMaxLength(Lengths.Text);
        builder.HasOne(leave => leave.Person).WithMany().HasForeignKey(leave => leave.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(leave => new { leave.PersonId, leave.To });
        builder.HasIndex(leave => leave.To);
    }
}
