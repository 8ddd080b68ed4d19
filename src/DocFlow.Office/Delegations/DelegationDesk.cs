using System.Text.Json;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Delegations;

/// <inheritdoc />
internal sealed class DelegationDesk(
    IOfficeData data, FreshRows rows, DelegationRules rules, OfficeDirectory directory, OfficeSettings settings, NoticeWriter notices, EventLog events, OfficeClock clock)
    : IDelegationDesk
{
    // Changed by each delegation, so that of two at once the second looks again at what the first has left.
    private const string Latest = "delegations";

    public Task<string> CreateAsync(string actorId, DelegationRequest request, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => TryCreateAsync(actorId, request, cancellationToken));

    public Task RevokeAsync(string actorId, string delegationId, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => TryRevokeAsync(actorId, delegationId, cancellationToken));

    public async Task<IReadOnlyList<DelegationRow>> ListAsync(string actorId, CancellationToken cancellationToken = default)
    {
        var now = clock.Now;
        var all = await data.Delegations.AsNoTracking().Include(row => row.FromPerson).Include(row => row.ToPerson)
            .Where(row => row.FromPersonId == actorId || row.ToPersonId == actorId).OrderByDescending(row => row.From).ToListAsync(cancellationToken);
        return all.ConvertAll(row => new DelegationRow(
            row.Id, row.FromPerson!.Name, row.ToPerson!.Name, row.From, row.To, row.Reason, row.FromPersonId == actorId,
            row.From <= now && row.To > now, row.FromPersonId == actorId && row.To > now));
    }

    public async Task<IReadOnlyList<string>> PrincipalsAsync(string actorId, CancellationToken cancellationToken = default)
    {
        var now = clock.Now;
        var names = await data.Delegations.Where(row => row.ToPersonId == actorId && row.From <= now && row.To > now).OrderBy(row => row.FromPerson!.Order)
            .Select(row => row.FromPerson!.Name).ToListAsync(cancellationToken);
        return [.. names.Distinct()];
    }

    private async Task<string> TryCreateAsync(string actorId, DelegationRequest request, CancellationToken cancellationToken)
    {
        // Read before the rules are asked: whoever is faster after that is noticed.
        var latest = await data.Settings.SingleOrDefaultAsync(setting => setting.Key == Latest, cancellationToken);
        var (from, to) = (await directory.PersonAsync(actorId, cancellationToken), await directory.PersonAsync(request.ToPersonId, cancellationToken));
        var end = request.To.ToUniversalTime();
        var same = await data.Delegations.Where(row => row.FromPersonId == actorId && row.ToPersonId == to.Id && row.To == end && row.Reason == request.Reason.Trim())
            .Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        if (same is not null)
            return same;
        var begin = await rules.RequireAsync(from, to, request, cancellationToken);
        var delegation = new Delegation
        {
            Id = OfficeId.New(clock.Now), FromPersonId = actorId, ToPersonId = to.Id, From = begin, To = end, Reason = request.Reason.Trim(),
        };
        data.Delegations.Add(delegation);
        var value = JsonSerializer.Serialize(delegation.Id);
        if (latest is null)
            data.Settings.Add(new OfficeSetting { Key = Latest, ValueJson = value });
        else
            latest.ValueJson = value;
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var time = $"{calendar.Show(begin)}至{calendar.Show(end)}";
        events.Add(new ActRecord("委托代理") { Actor = from, Opinion = delegation.Reason, Detail = new Dictionary<string, string> { ["代理人"] = to.Name, ["期限"] = time } });
        await notices.TellAsync([to.Id], NoticeKind.Seats, $"delegation/{delegation.Id}", $"{from.Name}委托您代办工作，{time}：{delegation.Reason}", null, from.Id, cancellationToken);
        await data.SaveChangesAsync(cancellationToken);
        return delegation.Id;
    }

    private async Task TryRevokeAsync(string actorId, string delegationId, CancellationToken cancellationToken)
    {
        var delegation = await data.Delegations.Include(row => row.FromPerson).Include(row => row.ToPerson)
            .SingleOrDefaultAsync(row => row.Id == delegationId && (row.FromPersonId == actorId || row.ToPersonId == actorId), cancellationToken)
            ?? throw RefusalException.NotFound("这项委托");
        if (delegation.FromPersonId != actorId)
            throw RefusalException.Forbidden($"委托只能由委托人{delegation.FromPerson!.Name}撤销。");
        var now = clock.Now;
        if (delegation.To <= now || delegation.To <= delegation.From)
            return;
        delegation.To = delegation.From > now ? delegation.From : now;
        var (from, to) = (delegation.FromPerson!, delegation.ToPerson!);
        events.Add(new ActRecord("撤销委托") { Actor = from, Detail = new Dictionary<string, string> { ["代理人"] = to.Name } });
        await notices.TellAsync([to.Id], NoticeKind.Seats, $"delegation-end/{delegation.Id}", $"{from.Name}撤销了对您的委托。", null, from.Id, cancellationToken);
        await data.SaveChangesAsync(cancellationToken);
    }
}
