namespace DocFlow.Office.Registers;

/// <summary>The next number of an organ code (机关代字) in a year.</summary>
public sealed class NumberCounter : IVersioned
{
    public required string OrganCode { get; init; }

    public required int Year { get; init; }

    public required int Next { get; set; }

    public int Version { get; set; }
}
