using CsCheck;

namespace DocFlow.Office.Tests.Model;

/// <summary>Random sequences of tries, weighted so that documents come far and go back often.</summary>
internal static class OfficeCommands
{
    private static readonly OfficeCommandKind[] Kinds =
    [
        .. Enumerable.Repeat(OfficeCommandKind.Agree, 12),
        .. Enumerable.Repeat(OfficeCommandKind.Return, 2),
        .. Enumerable.Repeat(OfficeCommandKind.ReturnTo, 3),
        .. Enumerable.Repeat(OfficeCommandKind.StraightBack, 2),
        .. Enumerable.Repeat(OfficeCommandKind.TakeBack, 3),
        .. Enumerable.Repeat(OfficeCommandKind.Add, 3),
        .. Enumerable.Repeat(OfficeCommandKind.Withdraw, 2),
        OfficeCommandKind.Transfer,
        OfficeCommandKind.Edit,
        OfficeCommandKind.Look,
        OfficeCommandKind.Jump,
        OfficeCommandKind.HandOver,
    ];

    private static readonly Gen<OfficeCommand> Command =
        Gen.Select(Gen.Int[0, Kinds.Length - 1], Gen.Int[0, 999], Gen.Int[0, 999], (kind, who, whom) => new OfficeCommand(Kinds[kind], who, whom));

    // A void ends everything: one sequence in eight has one, at its end.
    public static Gen<List<OfficeCommand>> Sequence { get; } = Gen.Select(
        Command.List[4, 14],
        Gen.Int[0, 7],
        (commands, end) => end == 0 ? [.. commands, new OfficeCommand(OfficeCommandKind.Void, 0, 0)] : commands);

    /// <summary>The same sequences in every run.</summary>
    public static IEnumerable<List<OfficeCommand>> Fixed(int count) =>
        Enumerable.Range(1, count).Select(index => Sequence.Generate(new PCG(1, (ulong)index), null, out _));
}
