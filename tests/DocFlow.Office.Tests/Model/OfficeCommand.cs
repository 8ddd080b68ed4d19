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
    Withdraw,
    Transfer,
    Edit,
    Look,
    Jump,
    HandOver,
    Void,
}

/// <summary>One try. Numbers choose among what there is at that moment, so that a shorter sequence still means something.</summary>
/// <param name="Who">Mostly one of those who hold an open seat, sometimes anybody.</param>
/// <param name="Whom">Of the people or places that the act may name.</param>
internal sealed record OfficeCommand(OfficeCommandKind Kind, int Who, int Whom);
