using CsCheck;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests.Model;

/// <summary>Random people trying random acts, on a document in an office of its own.</summary>
public sealed class ActModelTests
{
    [Fact]
    public async Task Whatever_is_tried_the_document_waits_in_one_place_and_nothing_is_lost()
    {
        foreach (var play in OfficePlays.Fixed(8))
        {
            var told = new List<string>();
            try
            {
                await PlayAsync(play, told.Add);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"It broke in {play}:\n{string.Join('\n', told)}", failure);
            }
        }
    }

    [Fact]
    public async Task Five_thousand_sequences_of_the_long_run_hold_too_and_a_failing_one_is_made_short()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: it takes many minutes.");

        await OfficePlays.Sequence.SampleAsync(play => PlayAsync(play, null), iter: 5000, threads: Environment.ProcessorCount, print: play => play.ToString());
    }

    internal static async Task PlayAsync(OfficePlay play, Action<string>? tell)
    {
        await using var host = await OfficeHost.StartAsync(new SqliteDatabase());
        var office = new ShortProcedureOffice(host);
        await office.ObeyAsync(play.Rules);
        var people = await host.ActAsync<IOfficeData, List<string>>(data => data.People.OrderBy(person => person.Order).Take(18).Select(person => person.Id).ToListAsync());
        var id = await host.DraftAsync(Play.Notice, false, "市财政局", "市委组织部", "市行政审批局");
        await host.StartAsync(id);
        await office.PlayAsync(play, people, await host.PersonIdAsync("zhengliqun"), id, tell);
    }
}
