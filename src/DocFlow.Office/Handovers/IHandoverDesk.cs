using DocFlow.Documents.Papers;
using DocFlow.Office.Queries;

namespace DocFlow.Office.Handovers;

/// <summary>
/// 轮岗交接: all that a person holds - work, drafts, documents on their way, what is to be read, follows - goes to others in one act, with the change of posts.
/// For 组织人事 and administrators; those concerned read their own and sign. Each call saves by itself, with its events and notices.
/// </summary>
public interface IHandoverDesk
{
    /// <summary>Who can be handed over and where to: units with their posts' holders.</summary>
    Task<IReadOnlyList<OrganisationUnit>> PeopleAsync(HandoverActor actor, CancellationToken cancellationToken = default);

    /// <summary>Posts that a person may go to.</summary>
    Task<IReadOnlyList<PostChoice>> PostsAsync(HandoverActor actor, CancellationToken cancellationToken = default);

    /// <summary>What a person holds, each with a proposed new owner.</summary>
    Task<HandoverPreview> PreviewAsync(HandoverActor actor, string personId, CancellationToken cancellationToken = default);

    /// <summary>Does it now, or keeps it for its moment.</summary>
    /// <returns>Its id; the same for the same press repeated.</returns>
    Task<string> OrderAsync(HandoverActor actor, HandoverRequest request, CancellationToken cancellationToken = default);

    /// <summary>One that is still to come is not done.</summary>
    Task CancelAsync(HandoverActor actor, string handoverId, CancellationToken cancellationToken = default);

    /// <summary>Signs the sheet as one of both sides, once it is done.</summary>
    Task SignAsync(string personId, string handoverId, CancellationToken cancellationToken = default);

    /// <summary>All for those who may order one, their own for others; latest first.</summary>
    Task<IReadOnlyList<HandoverView>> ListAsync(HandoverActor actor, CancellationToken cancellationToken = default);

    Task<HandoverView> ReadAsync(HandoverActor actor, string handoverId, CancellationToken cancellationToken = default);

    /// <summary>交接单</summary>
    Task<Paper> PrintAsync(HandoverActor actor, string handoverId, CancellationToken cancellationToken = default);

    /// <summary>Whether a person may order hand-overs.</summary>
    Task<bool> MayOrderAsync(HandoverActor actor, CancellationToken cancellationToken = default);
}
