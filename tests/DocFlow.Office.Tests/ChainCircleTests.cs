using DocFlow.Office.Chains;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests;

/// <summary>No link makes a circle; where a damaged database holds one, the walk along it ends.</summary>
public sealed class ChainCircleTests
{
    [Fact]
    public async Task A_circle_of_origins_in_a_damaged_database_is_walked_once()
    {
        await using var office = await OfficeHost.StartAsync(new SqliteDatabase(), services => services.AddSingleton<IProcedures, BorrowRoom>());
        var ids = new List<string>();
        foreach (var title in new[] { "甲", "乙", "丙" })
            ids.Add(await BorrowRoom.AddAsync(office, "linzhiyuan", title, "一号", 1, OfficeHost.Thursday));
        for (var index = 0; index < ids.Count; index++)
        {
            var (id, origin) = (ids[index], ids[(index + 1) % ids.Count]);
            await office.ActAsync<IOfficeData, int>(data => data.Documents.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.BornFromId, origin)));
        }

        foreach (var id in ids)
        {
            var (nodes, isCut) = await office.ActAsync<ChainTree, (IReadOnlyList<ChainNode>, bool)>(tree => tree.OfAsync(id, CancellationToken.None));
            Assert.Equal((3, false), (nodes.Select(node => node.Id).Distinct().Count(), isCut));
            Assert.Equal(3, nodes.Count);
        }
    }
}
