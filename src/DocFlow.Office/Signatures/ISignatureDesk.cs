namespace DocFlow.Office.Signatures;

/// <summary>The register of pictures of hands. Each is given by its owner, or by the keeper of seals, who tells the owner so; none is ever made.</summary>
public interface ISignatureDesk
{
    /// <summary>A person's own pictures, and for the keeper of seals everybody's; those in use first.</summary>
    Task<IReadOnlyList<SignaturePicture>> ListAsync(string personId, CancellationToken cancellationToken = default);

    /// <summary>Takes a picture in; the owner's one that was in use is retired.</summary>
    /// <exception cref="RefusalException">Somebody else's, and not the keeper of seals; or not a picture that a signature can be.</exception>
    Task<SignaturePicture> AddAsync(string actorId, string ownerId, byte[] content, CancellationToken cancellationToken = default);

    /// <summary>Takes a picture out of use; what was signed with it keeps it.</summary>
    Task RetireAsync(string actorId, string pictureId, CancellationToken cancellationToken = default);

    /// <summary>The PNG of a picture in the register, for its owner and the keeper.</summary>
    Task<byte[]> ReadAsync(string actorId, string pictureId, CancellationToken cancellationToken = default);

    /// <summary>The PNG that a document's signature in force was given with, for those who work on the document.</summary>
    /// <exception cref="RefusalException">There is no such document, or no picture.</exception>
    Task<byte[]> ReadOfDocumentAsync(string personId, string documentId, CancellationToken cancellationToken = default);
}
