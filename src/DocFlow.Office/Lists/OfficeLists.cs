using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Events;
using DocFlow.Office.People;
using DocFlow.Office.Procedures;
using DocFlow.Office.Schedules;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Lists;

/// <inheritdoc />
internal sealed class OfficeLists(IOfficeData data, StoredLists lists, OfficeDirectory directory, FreshRows rows, EventLog events) : IOfficeLists
{
    private const int MostItems = 200;
    private const int MostItem = 120;

    public async Task<IReadOnlyList<ListView>> ListAsync(string personId, CancellationToken cancellationToken = default)
    {
        var views = new List<ListView>();
        foreach (var name in StoredLists.Names)
        {
            if (await lists.FindAsync(name, cancellationToken) is { } list)
                views.Add(new ListView(name, list.Title, list.Items, await MayEditAsync(personId, list, cancellationToken)));
        }

        return views;
    }

    public Task ChangeAsync(string actorId, string name, IReadOnlyList<string> items, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        var list = await lists.FindAsync(name, cancellationToken) ?? throw RefusalException.NotFound("这个清单");
        if (!await MayEditAsync(actorId, list, cancellationToken))
            throw RefusalException.Forbidden($"“{list.Title}”由{string.Join('、', list.Editors)}维护。");
        items = [.. items.Select(item => item.Trim()).Where(item => item.Length > 0)];
        Require(list.Title, items);
        if (name == QuietWeeks.ListName && items.Select(QuietWeeks.Problem).FirstOrDefault(problem => problem is not null) is { } wrong)
            throw RefusalException.Invalid(wrong);
        if (items.SequenceEqual(list.Items))
            return;
        await lists.WriteAsync(name, list with { Items = items }, cancellationToken);
        events.Add(new ActRecord("修改清单")
        {
            Actor = await directory.PersonAsync(actorId, cancellationToken),
            Detail = new Dictionary<string, string> { ["清单"] = list.Title, ["原"] = string.Join('；', list.Items.Except(items)), ["现"] = string.Join('；', items.Except(list.Items)) },
        });
        await data.SaveChangesAsync(cancellationToken);
    });

    private static void Require(string title, IReadOnlyList<string> items)
    {
        if (items.Count is 0 or > MostItems)
            throw RefusalException.Invalid($"“{title}”须有1至{MostItems}项。");
        if (items.GroupBy(item => item).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw RefusalException.Invalid($"“{twice.Key}”重复。");
        foreach (var item in items)
        {
            PlainText.Require(item, "清单项", MostItem);
            if (item.Contains(FieldRules.Separator, StringComparison.Ordinal) || item.Contains('\n', StringComparison.Ordinal))
                throw RefusalException.Invalid($"“{item}”不能含半角逗号和换行。");
        }
    }

    private async Task<bool> MayEditAsync(string personId, OfficeList list, CancellationToken cancellationToken) => Audience.Includes(
        list.Editors, (await directory.InForce().Where(appointment => appointment.PersonId == personId && !appointment.IsActing).ToListAsync(cancellationToken)).ConvertAll(appointment => appointment.Post!));
}
