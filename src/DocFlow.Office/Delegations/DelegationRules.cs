using DocFlow.Office.Desks;
using DocFlow.Office.People;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Delegations;

/// <summary>What a delegation must be like.</summary>
internal sealed class DelegationRules(IOfficeData data, OfficeDirectory directory, OfficeSettings settings, OfficeClock clock)
{
    private const int MostDays = 90;
    private const int MostReason = 500;

    /// <returns>When it begins: as asked, but not before now.</returns>
    public async Task<DateTimeOffset> RequireAsync(Person from, Person to, DelegationRequest request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Reason))
            throw RefusalException.Invalid("委托须写明事由，如“外出学习”。");
        PlainText.Require(request.Reason, "委托事由", MostReason);
        if (from.Id == to.Id)
            throw RefusalException.Invalid("不能委托给自己。");
        if (!await directory.InForce().AnyAsync(appointment => appointment.PersonId == to.Id, cancellationToken))
            throw RefusalException.Invalid($"{to.Name}目前没有任职，不能受托。");
        var begin = await RequireTimeAsync(request, cancellationToken);
        await RefuseOverlapAsync(from, to, begin, request.To, cancellationToken);
        return begin;
    }

    private async Task<DateTimeOffset> RequireTimeAsync(DelegationRequest request, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        if (request.To <= request.From || request.To <= now)
            throw RefusalException.Invalid("委托的结束时间须晚于开始时间和现在。");
        if (calendar.DayOf(request.From) < calendar.DayOf(now))
            throw RefusalException.Invalid("委托不能从过去的日期开始。");
        var begin = request.From < now ? now : request.From.ToUniversalTime();
        return request.To - begin <= TimeSpan.FromDays(MostDays) ? begin : throw RefusalException.Invalid($"一次委托最长{MostDays}天，请缩短期限，到期后可再委托。");
    }

    private async Task RefuseOverlapAsync(Person from, Person to, DateTimeOffset begin, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var others = await data.Delegations.Include(other => other.FromPerson).Include(other => other.ToPerson)
            .Where(other => other.From < end && other.To > begin && other.From < other.To
                && (other.FromPersonId == from.Id || other.ToPersonId == from.Id || other.FromPersonId == to.Id))
            .ToListAsync(cancellationToken);
        if (others.Find(other => other.FromPersonId == from.Id) is { } own)
            throw RefusalException.Conflict($"这段时间您已委托给{own.ToPerson!.Name}（至{calendar.Show(own.To)}），请先撤销或改期。");
        if (others.Find(other => other.ToPersonId == from.Id) is { } given)
            throw RefusalException.Conflict($"这段时间{given.FromPerson!.Name}已委托您代办，受托人不能再委托他人；请先请{given.FromPerson.Name}撤销。");
        if (others.Exists(other => other.FromPersonId == to.Id))
            throw RefusalException.Conflict($"这段时间{to.Name}也已委托他人，不能受托；请另选人员。");
    }
}
