using DocFlow.Office.Imports;
using DocFlow.Office.Procedures;

namespace DocFlow.Office.Tests.Imports;

/// <summary>What the words in a list's cells mean to fields.</summary>
public sealed class ListValueTests
{
    [Theory]
    [InlineData("9:05", "09:05")]
    [InlineData("09：30", "09:30")]
    [InlineData("9时30分", "09:30")]
    [InlineData("14时", "14:00")]
    [InlineData("14:00:00", "14:00")]
    [InlineData("0.375", "09:00")]
    [InlineData("0.3958333333", "09:30")]
    public void Hours_are_read_as_people_and_sheets_write_them(string cell, string hour) =>
        Assert.Equal((hour, null), Read(cell));

    [Theory]
    [InlineData("25:00")]
    [InlineData("上午九点")]
    [InlineData("1.5")]
    public void What_is_no_hour_is_named(string cell) => Assert.Contains("应是时间", Read(cell).Problem, StringComparison.Ordinal);

    private static (string? Value, string? Problem) Read(string text) =>
        new ListValues(null!).Of(new ProcedureField { Key = "from", Label = "开始", Type = FieldType.Time }, new SheetCell("A2", text));
}
