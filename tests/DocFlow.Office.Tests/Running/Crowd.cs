using DocFlow.Office.People;

namespace DocFlow.Office.Tests.Running;

/// <summary>A unit of three hundred people.</summary>
internal static class Crowd
{
    /// <returns>The unit's id.</returns>
    public static async Task<string> FillAsync(IOfficeData data)
    {
        var unit = new Unit { Id = "crowd", Name = "大院", Order = 100 };
        var post = new Post { Id = "crowd", UnitId = unit.Id, Name = "科员" };
        data.Units.Add(unit);
        data.Posts.Add(post);
        for (var number = 1; number <= 300; number++)
        {
            data.People.Add(new Person { Id = $"crowd-{number}", Login = $"crowd{number}", Name = $"第{number}位", Order = 100 + number });
            data.Appointments.Add(new Appointment { Id = $"crowd-{number}", PersonId = $"crowd-{number}", PostId = post.Id, From = OfficeHost.Thursday.AddDays(-1) });
        }

        await data.SaveChangesAsync();
        return unit.Id;
    }
}
