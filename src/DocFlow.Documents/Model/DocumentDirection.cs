namespace DocFlow.Documents.Model;

/// <summary>The direction of writing (行文方向) between ranks.</summary>
public enum DocumentDirection
{
    /// <summary>下行, to subordinate organs.</summary>
    Down,

    /// <summary>上行, to a superior organ; carries the signer (签发人).</summary>
    Up,

    /// <summary>平行, between organs without subordination.</summary>
    Level,

    /// <summary>公开, to the public.</summary>
    Public,
}
