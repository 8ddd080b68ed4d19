namespace DocFlow.Office.Tests.Model;

/// <summary>An office that random acts are tried on: with a short procedure, or with the engine.</summary>
internal interface IPlayedOffice
{
    DateTimeOffset Now { get; }

    /// <summary>The document's first text; each change adds to it.</summary>
    string Source { get; }

    /// <summary>Nothing happens in it but what is tried.</summary>
    bool IsStill { get; }

    /// <summary>The steps that a document can be moved to.</summary>
    IReadOnlyList<string> Steps { get; }

    Task<TResult> ActAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull;

    /// <summary>Puts the rules of a play in force, as far as this office has a choice.</summary>
    Task ObeyAsync(int rules);

    /// <summary>Lets time pass.</summary>
    void Pass(TimeSpan time);

    /// <summary>Lets what was committed reach the procedure.</summary>
    Task DeliverAsync();

    /// <summary>Does what has fallen due.</summary>
    Task FallDueAsync();

    /// <summary>The procedure is away for the next deliveries.</summary>
    void FailNext(int times);

    /// <summary>What the engine itself waits for agrees with what the office waits for.</summary>
    Task AgreesAsync(DocumentRecord record);
}

internal static class PlayedOffices
{
    /// <summary>Plays on a document that has just been sent for review, and looks at it after each try.</summary>
    /// <param name="tell">Is told how each try ended, for whoever looks for a mistake.</param>
    public static async Task PlayAsync(this IPlayedOffice office, OfficePlay play, IReadOnlyList<string> people, string directorId, string documentId, Action<string>? tell = null)
    {
        var player = new OfficePlayer(office, people, directorId, documentId);
        foreach (var command in play.Commands)
        {
            await player.TryAsync(command);
            if (!office.IsStill)
                await office.DeliverAsync();
            var record = await DocumentRecord.ReadAsync(office, documentId);
            tell?.Invoke($"{command}: {player.LastRefusal ?? "taken"}; {record}");
            player.Memory.Learn(record);
            OfficeInvariants.Hold(record, player.Memory);
        }

        await player.RestAsync();
        var last = await DocumentRecord.ReadAsync(office, documentId);
        player.Memory.Learn(last);
        OfficeInvariants.Hold(last, player.Memory);
        OfficeInvariants.AtRest(last);
        await office.AgreesAsync(last);
        await EventInvariants.CanBeReadAsync(office, last);
    }

    public static Task ActAsync<TService>(this IPlayedOffice office, Func<TService, Task> act)
        where TService : notnull => office.ActAsync<TService, bool>(async service =>
    {
        await act(service);
        return true;
    });
}
