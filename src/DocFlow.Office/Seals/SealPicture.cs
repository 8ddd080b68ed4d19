namespace DocFlow.Office.Seals;

/// <summary>A seal's or signature stamp's picture, as its keeper gave it.</summary>
/// <param name="Name">The organ's name as documents are signed with; of a stamp the signer's.</param>
/// <param name="IsStamp">A signer's stamp (签名章).</param>
/// <param name="FileHash">The kept PNG.</param>
/// <param name="Width">mm, as the seal itself measures; never scaled.</param>
/// <param name="Height">mm.</param>
/// <param name="RetiredAt">Documents sealed from then on don't bear it.</param>
public sealed record SealPicture(string Id, string Name, bool IsStamp, string FileHash, double Width, double Height, string KeeperId, string KeeperName, DateTimeOffset At, DateTimeOffset? RetiredAt)
{
    public bool IsUsedAt(DateTimeOffset moment) => At <= moment && (RetiredAt is null || RetiredAt > moment);
}
