using CsCheck;

namespace DocFlow.Office.Tests.Model;

/// <summary>Random sequences of tries, weighted so that documents come far and go back often.</summary>
internal static class OfficePlays
{
    private static readonly OfficeCommandKind[] Kinds =
    [
        .. Often(24, OfficeCommandKind.Agree),
        .. Often(4, OfficeCommandKind.TakeBack, OfficeCommandKind.Add),
        .. Often(3, OfficeCommandKind.Return, OfficeCommandKind.ReturnTo, OfficeCommandKind.StraightBack, OfficeCommandKind.Withdraw, OfficeCommandKind.Hours),
        .. Often(2, OfficeCommandKind.Transfer, OfficeCommandKind.Edit, OfficeCommandKind.GoOn, OfficeCommandKind.Jump, OfficeCommandKind.Move, OfficeCommandKind.HandOver),
        .. Often(2, OfficeCommandKind.Circulate, OfficeCommandKind.Read, OfficeCommandKind.Delegate, OfficeCommandKind.Fail),
        .. Often(1, OfficeCommandKind.Pause, OfficeCommandKind.Look, OfficeCommandKind.Urge, OfficeCommandKind.AddCosigner, OfficeCommandKind.Remark, OfficeCommandKind.EndCirculation),
        .. Often(1, OfficeCommandKind.Revoke, OfficeCommandKind.Leave, OfficeCommandKind.Void),
    ];

    private static readonly int[] Before = [0, 0, 6, 9];

    private static readonly Gen<OfficeCommand> Command = Gen.Select(
        Gen.Int[0, Kinds.Length - 1], Gen.Int[0, 999], Gen.Int[0, 999], Gen.Int[0, 5], (kind, who, whom, rush) => new OfficeCommand(Kinds[kind], who, whom, rush == 5));

    // Half of them begin where a document begins; the others shortly before its signature or its number, which chance alone hardly reaches.
    public static Gen<OfficePlay> Sequence { get; } = Gen.Select(
        Gen.Int[0, 31], Gen.Int[0, 3], Command.List[4, 16],
        (rules, before, commands) => new OfficePlay(rules, [.. Enumerable.Repeat(new OfficeCommand(OfficeCommandKind.Agree), Before[before]), .. commands]));

    /// <summary>The same sequences in every run.</summary>
    public static IEnumerable<OfficePlay> Fixed(int count) => Enumerable.Range(1, count).Select(index => Sequence.Generate(new PCG(1, (ulong)index), null, out _));

    private static IEnumerable<OfficeCommandKind> Often(int times, params OfficeCommandKind[] kinds) => kinds.SelectMany(kind => Enumerable.Repeat(kind, times));
}
