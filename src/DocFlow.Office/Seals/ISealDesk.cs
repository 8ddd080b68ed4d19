namespace DocFlow.Office.Seals;

/// <summary>The register of seals' pictures. A seal's picture is given by its keeper (监印), never made.</summary>
public interface ISealDesk
{
    /// <summary>Whether the person keeps seals.</summary>
    Task<bool> IsKeeperAsync(string personId, CancellationToken cancellationToken = default);

    /// <exception cref="RefusalException">Not a keeper.</exception>
    Task<IReadOnlyList<SealPicture>> ListAsync(string personId, CancellationToken cancellationToken = default);

    /// <summary>Whether what has no picture is sealed with one that bears the word 样章: a trial office.</summary>
    /// <exception cref="RefusalException">Not a keeper.</exception>
    Task<bool> UsesSamplesAsync(string personId, CancellationToken cancellationToken = default);

    /// <summary>A registered picture's PNG.</summary>
    /// <exception cref="RefusalException">Not a keeper, or no such picture.</exception>
    Task<byte[]> PictureAsync(string personId, string pictureId, CancellationToken cancellationToken = default);

    /// <summary>Takes a picture in; one of the same name that was in use is retired.</summary>
    /// <exception cref="RefusalException">Not a keeper, no such size, or not a picture that a seal can be.</exception>
    Task<SealPicture> AddAsync(string personId, NewSealPicture picture, CancellationToken cancellationToken = default);

    /// <summary>Takes a picture out of use; what was sealed with it keeps it.</summary>
    /// <exception cref="RefusalException">Not a keeper, or not in use.</exception>
    Task RetireAsync(string personId, string pictureId, CancellationToken cancellationToken = default);
}

/// <summary>A picture that is handed in.</summary>
/// <param name="Name">The organ as documents are signed with it, or the signer.</param>
/// <param name="Width">mm.</param>
/// <param name="Height">mm.</param>
public sealed record NewSealPicture(string Name, bool IsStamp, byte[] Content, double Width, double Height);
