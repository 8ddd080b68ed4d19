using DocFlow.Host.Pages.Documents;
using DocFlow.Office.Desks;
using DocFlow.Office.Matters;

namespace DocFlow.Host.Tests;

/// <summary>The same press has the same name, and one that sends something else has another.</summary>
public sealed class PressKeyTests
{
    private static readonly SeatAnswer Pressed = new("办结", "已办。") { Form = new MatterForm(new Dictionary<string, string?> { ["结果"] = "一", ["说明"] = null }), Ticked = ["a"] };

    [Fact]
    public void The_same_press_keeps_its_name() =>
        Assert.Equal(Key(Pressed), Key(Pressed with { ReadVersion = 3, Form = new MatterForm(new Dictionary<string, string?> { ["说明"] = null, ["结果"] = "一" }) }));

    [Fact]
    public void Whatever_is_changed_makes_another() => Assert.Distinct(
    [
        Key(Pressed), Key(Pressed with { Outcome = "退回" }), Key(Pressed with { Opinion = "办了。" }), Key(Pressed with { StraightBack = true }), Key(Pressed with { ReturnTo = "Review1" }),
        Key(Pressed with { Category = "文字" }), Key(Pressed with { Ticked = [] }), Key(Pressed with { Form = new MatterForm(new Dictionary<string, string?> { ["结果"] = "二", ["说明"] = null }) }),
        Key(Pressed with { Form = Pressed.Form! with { Files = new Dictionary<string, MatterFile> { ["附件"] = new("a.txt", [1]) } } }),
        Key(Pressed with { Form = Pressed.Form! with { Files = new Dictionary<string, MatterFile> { ["附件"] = new("a.txt", [2]) } } }), PressKey.With(Pressed, "another page").Key,
    ]);

    private static string? Key(SeatAnswer answer) => PressKey.With(answer, "page").Key;
}
