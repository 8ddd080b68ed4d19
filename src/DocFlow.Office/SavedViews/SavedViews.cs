using System.Text.Json;
using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Matters;
using DocFlow.Office.People;
using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.SavedViews;

/// <inheritdoc />
internal sealed class SavedViews(IOfficeData data, FreshRows rows, IProcedureRegister register, ProcedureCatalog catalog, OfficeDirectory directory, OfficeClock clock) : ISavedViews
{
    private const int LongestName = 30;
    private const int MostOwn = 30;
    private const int LongestQuery = 4000;

    public async Task<IReadOnlyList<SavedViewRow>> ListAsync(string personId, string procedureId, CancellationToken cancellationToken = default)
    {
        var seen = await data.SavedViews.AsNoTracking().Where(view => view.ProcedureId == procedureId && (view.OwnerId == personId || view.IsShared))
            .Join(data.People, view => view.OwnerId, person => person.Id, (view, person) => new { View = view, person.Name }).ToListAsync(cancellationToken);
        return [.. seen.OrderBy(row => row.View.OwnerId != personId).ThenBy(row => row.View.Name, StringComparer.Ordinal).ThenBy(row => row.View.Id, StringComparer.Ordinal)
            .Select(row => new SavedViewRow(row.View.Id, row.View.Name, row.View.IsShared, row.View.OwnerId == personId, row.Name, Read(row.View.QueryJson)))];
    }

    public Task<string> SaveAsync(string actorId, string procedureId, NewSavedView view, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        var name = view.Name?.Trim() ?? "";
        PlainText.Require(name, "视图名称", LongestName);
        if (name.Length == 0)
            throw RefusalException.Invalid("请给视图起一个名称。");
        if (view.IsShared && !await ReadsAllAsync(actorId, procedureId, cancellationToken))
            throw RefusalException.Forbidden("只有可查阅全部台账的人员能与全办共享视图；您可以只存为自己的视图。");
        // What can't be asked for isn't kept: a view never opens with an error.
        await register.ReadAsync(actorId, procedureId, view.Query, 0, 1, cancellationToken);
        var query = JsonSerializer.Serialize(view.Query);
        if (query.Length > LongestQuery)
            throw RefusalException.Invalid("筛选条件太长，不能存为视图。请精简。");
        var own = await data.SavedViews.Where(row => row.ProcedureId == procedureId && row.OwnerId == actorId).ToListAsync(cancellationToken);
        if (own.Find(row => row.Name == name) is { } same)
        {
            (same.IsShared, same.QueryJson, same.At) = (view.IsShared, query, clock.Now);
        }
        else
        {
            if (own.Count >= MostOwn)
                throw RefusalException.Invalid($"每个台账最多存{MostOwn}个视图，请先删去不用的。");
            same = new SavedView { Id = OfficeId.New(clock.Now), ProcedureId = procedureId, OwnerId = actorId, Name = name, IsShared = view.IsShared, QueryJson = query, At = clock.Now };
            data.SavedViews.Add(same);
        }

        await data.SaveChangesAsync(cancellationToken);
        return same.Id;
    });

    public Task DeleteAsync(string actorId, string procedureId, string viewId, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        if (await data.SavedViews.FirstOrDefaultAsync(row => row.Id == viewId && row.ProcedureId == procedureId && row.OwnerId == actorId, cancellationToken) is not { } own)
            throw RefusalException.NotFound("您自己的这个视图");
        data.SavedViews.Remove(own);
        await data.SaveChangesAsync(cancellationToken);
    });

    private async Task<bool> ReadsAllAsync(string personId, string procedureId, CancellationToken cancellationToken)
    {
        var posts = (await directory.InForce().Where(appointment => appointment.PersonId == personId).ToListAsync(cancellationToken)).ConvertAll(appointment => appointment.Post!);
        return Audience.Includes((await catalog.RequireAsync(procedureId, cancellationToken)).Readers, posts);
    }

    private static RegisterQuery Read(string json) => JsonSerializer.Deserialize<RegisterQuery>(json) ?? new RegisterQuery();
}
