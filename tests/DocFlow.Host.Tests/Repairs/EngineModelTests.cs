using DocFlow.Host.Engines;
using DocFlow.Office;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Model;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Host.Tests.Repairs;

/// <summary>Random people trying random acts on documents that the real engine carries, while the host works by itself.</summary>
public sealed class EngineModelTests
{
    private const string Procedure = "policy-document";

    [Fact]
    public async Task Whatever_is_tried_each_open_step_has_one_place_in_the_engine_and_each_place_its_step()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: 150 sequences through the engine.");
        await using var host = await OfficeHost.StartAsync();
        await File.WriteAllTextAsync(host.WorkflowFile, (await File.ReadAllTextAsync(host.WorkflowFile)).Replace("办公室核稿", "办公室文字核稿", StringComparison.Ordinal));
        await host.Get<WorkflowFolderImport>().ImportAllAsync(CancellationToken.None);
        var office = new EngineOffice(host, []);
        var steps = await office.ActAsync<IProcedureSteps, IReadOnlyList<ProcedureStep>>(procedures => procedures.StepsAsync(Procedure, 1, CancellationToken.None));
        Assert.NotEmpty(await office.ActAsync<IProcedureSteps, IReadOnlyList<ProcedureStep>>(procedures => procedures.StepsAsync(Procedure, 2, CancellationToken.None)));
        office = new EngineOffice(host, [.. steps.Select(step => step.NodeId)]);
        var people = await office.ActAsync<IOfficeData, List<string>>(data => data.People.OrderBy(person => person.Order).Take(18).Select(person => person.Id).ToListAsync());
        var director = await office.ActAsync<IOfficeData, string>(data => data.People.Where(person => person.Login == "zhengliqun").Select(person => person.Id).SingleAsync());

        foreach (var play in OfficePlays.Fixed(150))
        {
            var told = new List<string>();
            try
            {
                await office.ObeyAsync(play.Rules);
                var id = await Notice.StartAsync(host);
                await office.DeliverAsync();
                await office.PlayAsync(play, people, director, id, told.Add);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"It broke in {play}:\n{string.Join('\n', told)}", failure);
            }
        }
    }
}
