namespace DocFlow.Office.Tests.Model;

/// <summary>What somebody tries.</summary>
internal enum OfficeCommandKind
{
    Agree,
    Return,
    ReturnTo,
    StraightBack,
    TakeBack,
    Add,
    AddCosigner,
    Withdraw,
    Transfer,
    Urge,
    Edit,
    Look,
    Pause,
    GoOn,
    Circulate,
    Read,
    Remark,
    EndCirculation,
    Delegate,
    Revoke,
    Leave,
    HandOver,
    Jump,
    Move,
    Hours,
    Fail,
    Void,
}

/// <summary>One try. Numbers choose among what there is at that moment, so that a shorter sequence still means something.</summary>
/// <param name="Who">Mostly one of those who hold an open seat, sometimes a delegate, a stand-in or anybody.</param>
/// <param name="Whom">Of the people, places or hours that the act may name.</param>
/// <param name="IsRushed">The next try comes before the procedure has gone on.</param>
internal sealed record OfficeCommand(OfficeCommandKind Kind, int Who = 0, int Whom = 0, bool IsRushed = false)
{
    public override string ToString() => $"new({nameof(OfficeCommandKind)}.{Kind}, {Who}, {Whom}{(IsRushed ? ", true" : "")})";
}
