namespace DocFlow.Documents.Model;

/// <summary>How a document is authenticated (用印), GB/T 9704 7.3.5.</summary>
public enum Sealing
{
    /// <summary>印章: room is kept for the seal (7.3.5.1).</summary>
    Seal,

    /// <summary>无: not sealed (7.3.5.2).</summary>
    None,

    /// <summary>签名章: the signer's stamp (7.3.5.3).</summary>
    SignatureStamp,
}
