using System.Text.Json;
using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Leaves;

/// <inheritdoc />
internal sealed class LeaveDesk(
    IOfficeData data, FreshRows rows, OfficeDirectory directory, OfficeSettings settings, NoticeWriter notices, EventLog events, OfficeClock clock) : ILeaveDesk
{
    // Changed by each leave, so that of two at once the second looks again at what the first has left.
    private const string Latest = "leaves";
    private const int MostDays = 366;
    private const int MostReason = 500;

    public Task<string> TakeAsync(string actorId, LeaveRequest request, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => TryTakeAsync(actorId, request, cancellationToken));

    public Task EndAsync(string actorId, string leaveId, CancellationToken cancellationToken = default) => rows.ActAsync(() => TryEndAsync(actorId, leaveId, cancellationToken));

    public async Task<IReadOnlyList<LeaveRow>> ListAsync(string actorId, CancellationToken cancellationToken = default)
    {
        var now = clock.Now;
        List<string> people = [actorId, .. await MembersAsync(actorId, cancellationToken)];
        var leaves = await data.Leaves.AsNoTracking().Include(leave => leave.Person).Where(leave => people.Contains(leave.PersonId)).OrderByDescending(leave => leave.From).ToListAsync(cancellationToken);
        var list = new List<LeaveRow>();
        foreach (var leave in leaves)
        {
            var standIns = await StandInsAsync(leave.PersonId, cancellationToken);
            list.Add(new LeaveRow(leave.Id, leave.Person!.Name, leave.From, leave.To, leave.Reason, leave.From <= now && leave.To > now, leave.To <= now, [.. standIns.Select(row => $"{OfficeDirectory.Shown(row.Post!)}：{row.Person!.Name}")]));
        }

        return list;
    }

    private async Task<string> TryTakeAsync(string actorId, LeaveRequest request, CancellationToken cancellationToken)
    {
        // Read before the other leaves are: whoever is faster after that is noticed.
        var latest = await data.Settings.SingleOrDefaultAsync(setting => setting.Key == Latest, cancellationToken);
        var (actor, person) = (await directory.PersonAsync(actorId, cancellationToken), await directory.PersonAsync(request.PersonId ?? actorId, cancellationToken));
        await RequireRightAsync(actorId, person, cancellationToken);
        var end = request.To.ToUniversalTime();
        var reason = request.Reason?.Trim() ?? "";
        var others = await data.Leaves.Where(leave => leave.PersonId == person.Id && leave.To > clock.Now).ToListAsync(cancellationToken);
        if (others.Find(leave => leave.To == end && leave.Reason == reason) is { } same)
            return same.Id;
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var begin = Require(request, reason, calendar);
        if (others.Find(leave => leave.From < end && leave.To > begin) is { } other)
            throw RefusalException.Conflict($"{person.Name}在{calendar.Show(other.From)}至{calendar.Show(other.To)}已登记请假，请先销假或改期。");
        var leave = new Leave { Id = OfficeId.New(clock.Now), PersonId = person.Id, From = begin, To = end, Reason = reason };
        data.Leaves.Add(leave);
        var value = JsonSerializer.Serialize(leave.Id);
        if (latest is null)
            data.Settings.Add(new OfficeSetting { Key = Latest, ValueJson = value });
        else
            latest.ValueJson = value;
        var time = $"{calendar.Show(begin)}至{calendar.Show(end)}";
        events.Add(new ActRecord("请假") { Actor = actor, Opinion = reason, Detail = new Dictionary<string, string> { ["人员"] = person.Name, ["期限"] = time } });
        List<string> told = [person.Id, .. (await StandInsAsync(person.Id, cancellationToken)).Select(row => row.PersonId)];
        await notices.TellAsync(told, NoticeKind.Seats, $"leave/{leave.Id}", $"{person.Name}请假（离岗），{time}；期间其岗位的新工作由B角办理：{reason}", null, actorId, cancellationToken);
        await data.SaveChangesAsync(cancellationToken);
        return leave.Id;
    }

    private DateTimeOffset Require(LeaveRequest request, string reason, WorkingCalendar calendar)
    {
        if (reason.Length == 0)
            throw RefusalException.Invalid("请假须写明事由，如“年休假”。");
        PlainText.Require(reason, "请假事由", MostReason);
        var now = clock.Now;
        if (request.To <= request.From || request.To <= now)
            throw RefusalException.Invalid("请假的结束时间须晚于开始时间和现在。");
        if (calendar.DayOf(request.From) < calendar.DayOf(now))
            throw RefusalException.Invalid("请假不能从过去的日期开始。");
        var begin = request.From < now ? now : request.From.ToUniversalTime();
        return request.To - begin <= TimeSpan.FromDays(MostDays) ? begin : throw RefusalException.Invalid($"一次请假最长{MostDays}天；长期离岗的，请变更任职。");
    }

    private async Task TryEndAsync(string actorId, string leaveId, CancellationToken cancellationToken)
    {
        var leave = await data.Leaves.Include(row => row.Person).SingleOrDefaultAsync(row => row.Id == leaveId, cancellationToken) ?? throw RefusalException.NotFound("这次请假");
        await RequireRightAsync(actorId, leave.Person!, cancellationToken);
        var now = clock.Now;
        if (leave.To <= now || leave.To <= leave.From)
            return;
        leave.To = leave.From > now ? leave.From : now;
        events.Add(new ActRecord("销假") { Actor = await directory.PersonAsync(actorId, cancellationToken), Detail = new Dictionary<string, string> { ["人员"] = leave.Person!.Name } });
        List<string> told = [leave.PersonId, .. (await StandInsAsync(leave.PersonId, cancellationToken)).Select(row => row.PersonId)];
        await notices.TellAsync(told, NoticeKind.Seats, $"leave-end/{leave.Id}", $"{leave.Person.Name}已销假，新工作恢复由本人办理。", null, actorId, cancellationToken);
        await data.SaveChangesAsync(cancellationToken);
    }

    private async Task RequireRightAsync(string actorId, Person person, CancellationToken cancellationToken)
    {
        if (person.Id != actorId && !(await MembersAsync(actorId, cancellationToken)).Contains(person.Id))
            throw RefusalException.Forbidden($"只有{person.Name}本人或其科室负责人可以登记请假、销假。");
    }

    // Who works in the units that a person heads.
    private async Task<List<string>> MembersAsync(string headId, CancellationToken cancellationToken)
    {
        var units = await directory.InForce().Where(row => row.PersonId == headId && !row.IsActing && (row.Post!.Duties & PostDuties.Head) != 0).Select(row => row.Post!.UnitId).ToListAsync(cancellationToken);
        return await directory.InForce().Where(row => units.Contains(row.Post!.UnitId) && row.PersonId != headId).Select(row => row.PersonId).Distinct().ToListAsync(cancellationToken);
    }

    private async Task<List<Appointment>> StandInsAsync(string personId, CancellationToken cancellationToken)
    {
        var posts = await directory.InForce().Where(row => row.PersonId == personId && !row.IsActing).Select(row => row.PostId).ToListAsync(cancellationToken);
        return await directory.InForce().Where(row => row.IsActing && row.PersonId != personId && posts.Contains(row.PostId)).OrderBy(row => row.Post!.Order).ToListAsync(cancellationToken);
    }
}
