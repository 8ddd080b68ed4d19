using DocFlow.Office.People;

namespace DocFlow.Office.Steps;

/// <summary>A person who gets a seat.</summary>
/// <param name="PostId">The post that it is given for; null when the person was named.</param>
internal sealed record Assignee(string PersonId, string? PostId, string Shown)
{
    /// <summary>The person took over from the one who was named.</summary>
    public bool IsSuccessor { get; init; }

    public static Assignee Of(Appointment holder) => new(holder.PersonId, holder.PostId, OfficeDirectory.Shown(holder.Post!));
}
