namespace DocFlow.Office.Tests.Model;

/// <summary>Sequences that random tries have found to break something, made short. Each is mended, and stays.</summary>
public sealed class FoundSequenceTests
{
    /// <summary>A step was taken back while an administrator's move, which kept its work, was under way: it then waited in two places.</summary>
    [Fact]
    public Task Work_that_is_being_moved_is_not_taken_back_as_well() => ActModelTests.PlayAsync(
        new(19, [new(OfficeCommandKind.Move, 367, 972, true), new(OfficeCommandKind.HandOver, 990, 420, true), new(OfficeCommandKind.TakeBack, 191, 745)]), null);

    /// <summary>A document that was voided on its way back or on its way to another step was left on that way.</summary>
    [Fact]
    public async Task A_document_that_is_voided_on_its_way_is_on_no_way_any_more()
    {
        await ActModelTests.PlayAsync(new(26, [new(OfficeCommandKind.Agree, 527, 508), new(OfficeCommandKind.TakeBack, 225, 396, true), new(OfficeCommandKind.Void, 4, 91)]), null);
        await ActModelTests.PlayAsync(new(28, [new(OfficeCommandKind.Fail, 482, 772), new(OfficeCommandKind.Jump, 432, 943), new(OfficeCommandKind.Void, 248, 739, true)]), null);
    }
}
