namespace DocFlow.Office.Chains;

/// <summary>全链: all documents and matters that led to one, or came of it (来文 → 批示 → 督办 → 发文 → 反馈).</summary>
public interface IMatterChain
{
    /// <summary>What of the chain the person may open, from its first beginning on.</summary>
    Task<ChainView> ReadAsync(string personId, string documentId, CancellationToken cancellationToken = default);
}
