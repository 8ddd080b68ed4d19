namespace DocFlow.Elsa.Api.Refusals;

/// <summary>A request can't be carried out; each reason is a Chinese line for the person at the designer.</summary>
internal sealed class ElsaRefusedException(params IReadOnlyList<string> reasons) : Exception(string.Join(' ', reasons))
{
    public IReadOnlyList<string> Reasons { get; } = reasons;

    public int Status { get; init; } = StatusCodes.Status400BadRequest;

    /// <summary>The name under which clients find the reasons.</summary>
    public string Group { get; init; } = "generalErrors";
}
