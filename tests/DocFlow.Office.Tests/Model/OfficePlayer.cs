using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Tests.Model;

/// <summary>Tries commands on one document and remembers which the office took.</summary>
internal sealed class OfficePlayer
{
    private static readonly TimeSpan Rush = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(10);

    private readonly IPlayedOffice _office;
    private readonly Stage _stage;
    private readonly SeatTries _seats;
    private readonly DocumentTries _documents;
    private readonly PeopleTries _people;
    private readonly RepairTries _repairs;

    public OfficePlayer(IPlayedOffice office, IReadOnlyList<string> people, string directorId, string documentId)
    {
        (_office, _stage) = (office, new Stage(office, people, documentId));
        _seats = new SeatTries(office, _stage, Memory, documentId);
        _documents = new DocumentTries(office, _stage, Memory, directorId, documentId);
        _people = new PeopleTries(office, _stage, Memory, documentId);
        _repairs = new RepairTries(office, Memory, documentId);
    }

    public ActMemory Memory { get; } = new();

    /// <summary>Why the last try was refused; null when it was taken.</summary>
    public string? LastRefusal { get; private set; }

    public async Task TryAsync(OfficeCommand command)
    {
        Memory.Tries++;
        LastRefusal = null;
        var scene = await _stage.LookAsync(command);
        try
        {
            await ActAsync(command, scene);
        }
        catch (RefusalException refusal)
        {
            LastRefusal = refusal.Message;

            // Refused in words for the person, or the office broke.
            Assert.EndsWith("。", refusal.Message.TrimEnd('”'), StringComparison.Ordinal);
        }

        _office.Pass(command.IsRushed ? Rush : Pause);
        if (!command.IsRushed)
            await _office.DeliverAsync();
    }

    /// <summary>Lets everything come to rest.</summary>
    public async Task RestAsync()
    {
        _office.FailNext(0);
        _office.Pass(LongPause);
        await _office.DeliverAsync();
    }

    private async Task ActAsync(OfficeCommand command, Scene scene)
    {
        switch (command.Kind)
        {
            case OfficeCommandKind.Fail:
                _office.FailNext(1 + (command.Who % 3));
                break;
            case OfficeCommandKind.Hours:
                _office.Pass(TimeSpan.FromHours(1 + (command.Whom % 30)));
                await _office.FallDueAsync();
                break;
            case OfficeCommandKind.Jump or OfficeCommandKind.Move:
                await _repairs.TryAsync(command, scene);
                break;
            case OfficeCommandKind.Delegate or OfficeCommandKind.Leave or OfficeCommandKind.Revoke or OfficeCommandKind.HandOver:
                await _people.TryAsync(command, scene);
                break;
            case OfficeCommandKind.Agree or OfficeCommandKind.Return or OfficeCommandKind.ReturnTo or OfficeCommandKind.StraightBack
                or OfficeCommandKind.Add or OfficeCommandKind.Withdraw or OfficeCommandKind.Transfer:
                if (scene.Seat is { } seat)
                    await _seats.TryAsync(command, scene, seat);
                break;
            default:
                await _documents.TryAsync(command, scene);
                break;
        }
    }
}
