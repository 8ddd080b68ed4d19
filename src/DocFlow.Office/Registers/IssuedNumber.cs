namespace DocFlow.Office.Registers;

/// <summary>A document number that was given, for ever: a voided document's number stays taken.</summary>
public sealed class IssuedNumber
{
    public required string Id { get; init; }

    public required string OrganCode { get; init; }

    public required int Year { get; init; }

    public required int Number { get; init; }

    public required string DocumentId { get; init; }

    /// <summary>Document and purpose: a repeat returns the first result.</summary>
    public required string Key { get; init; }

    public bool IsVoid { get; set; }

    public required DateTimeOffset At { get; init; }

    /// <summary>As printed: 云办发〔2026〕37号.</summary>
    public string Text => $"{OrganCode}〔{Year}〕{Number}号";
}
