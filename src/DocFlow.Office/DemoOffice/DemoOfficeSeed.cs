using DocFlow.Office.People;
using DocFlow.Office.Registers;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.DemoOffice;

/// <summary>Fills an empty database with the demo office 中共云河市委办公室. For Development only.</summary>
public sealed class DemoOfficeSeed(IOfficeData data, OfficeSettings settings)
{
    // Long before any date that the demo plays on.
    private static readonly DateTimeOffset Since = new(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Does nothing when the office has people already.</summary>
    /// <returns>Whether it filled the database.</returns>
    public async Task<bool> SeedAsync(CancellationToken cancellationToken = default)
    {
        if (await data.People.AnyAsync(cancellationToken))
            return false;

        var units = new Dictionary<string, Unit>();
        foreach (var row in DemoOfficePlan.Units)
        {
            var unit = new Unit
            {
                Id = OfficeId.New(Since),
                Name = row.Name,
                Kind = row.Kind,
                ParentId = row.Parent is null ? null : units[row.Parent].Id,
                RecipientClass = row.RecipientClass,
                Order = units.Count + 1,
            };
            units.Add(row.Name, unit);
            data.Units.Add(unit);
        }

        var posts = new Dictionary<(string, string), Post>();
        var people = new Dictionary<string, Person>();
        foreach (var row in DemoOfficePlan.People)
            Appoint(row, units, posts, people);
        foreach (var (organCode, next) in DemoOfficePlan.Counters)
            data.NumberCounters.Add(new NumberCounter { OrganCode = organCode, Year = 2026, Next = next });
        await settings.WriteAsync(CalendarSetting.Key, DemoOfficePlan.Calendar, cancellationToken);
        // No organ stands behind the demo office: its seals are drawn and bear the word 样章.
        await settings.WriteAsync(Seals.SealSetting.Key, Seals.SealSetting.None with { UsesSamples = true }, cancellationToken);
        await data.SaveChangesAsync(cancellationToken);
        // After the posts are there, for each points to the other.
        foreach (var (unit, leaderUnit, leaderPost) in DemoOfficePlan.InCharge)
            units[unit].LeaderPostId = posts[(leaderUnit, leaderPost)].Id;
        await data.SaveChangesAsync(cancellationToken);
        return true;
    }

    private void Appoint(DemoPerson row, Dictionary<string, Unit> units, Dictionary<(string, string), Post> posts, Dictionary<string, Person> people)
    {
        if (!people.TryGetValue(row.Login, out var person))
        {
            person = new Person { Id = OfficeId.New(Since), Login = row.Login, Name = row.Name, Order = people.Count + 1 };
            people.Add(row.Login, person);
            data.People.Add(person);
        }

        if (!posts.TryGetValue((row.Unit, row.Post), out var post))
        {
            post = new Post { Id = OfficeId.New(Since), UnitId = units[row.Unit].Id, Name = row.Post, Duties = row.Duties, Order = posts.Count + 1 };
            posts.Add((row.Unit, row.Post), post);
            data.Posts.Add(post);
        }

        data.Appointments.Add(new Appointment
        {
            Id = OfficeId.New(Since),
            PersonId = person.Id,
            PostId = post.Id,
            IsActing = row.IsActing,
            From = Since,
        });
    }
}
