using CsCheck;
using DocFlow.Office.Events;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests.Model;

/// <summary>Random people trying random acts, on document after document of one office.</summary>
public sealed class ActModelTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Whatever_is_tried_the_document_waits_in_one_place_and_nothing_is_lost()
    {
        foreach (var commands in OfficeCommands.Fixed(32))
        {
            try
            {
                await PlayAsync(commands, isThorough: false);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"It broke after: {Print(commands)}", failure);
            }
        }

        Assert.Null(await _office.ActAsync<EventChainAudit, ChainFinding?>(audit => audit.VerifyAsync()));
    }

    [Fact]
    public async Task Five_thousand_sequences_of_the_long_run_hold_too_and_a_failing_one_is_made_short()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: it takes many minutes.");

        await OfficeCommands.Sequence.SampleAsync(commands => PlayAsync(commands, isThorough: true), iter: 5000, threads: 1, print: Print);

        Assert.Null(await _office.ActAsync<EventChainAudit, ChainFinding?>(audit => audit.VerifyAsync()));
    }

    /// <param name="isThorough">Looks after each try, and not only at the end.</param>
    private async Task PlayAsync(List<OfficeCommand> commands, bool isThorough)
    {
        var people = await _office.ActAsync<IOfficeData, List<string>>(data => data.People.OrderBy(person => person.Order).Take(18).Select(person => person.Id).ToListAsync());
        var drafter = await _office.PersonIdAsync("linzhiyuan");
        var id = await _office.DraftAsync(Play.Notice, false, "市财政局", "市委组织部");
        await _office.StartAsync(id);
        var player = new OfficePlayer(_office, people, drafter, id);
        foreach (var command in commands)
        {
            await player.TryAsync(command);
            if (isThorough || ReferenceEquals(command, commands[^1]))
                await OfficeInvariants.HoldAsync(_office, id, player);
        }
    }

    private static string Print(List<OfficeCommand> commands) => string.Join(", ", commands);
}
