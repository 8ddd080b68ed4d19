namespace DocFlow.Documents.Model;

/// <summary>The degree of urgency (紧急程度) of a document; none is expressed by null.</summary>
public enum Urgency
{
    /// <summary>特急</summary>
    ExtraUrgent,

    /// <summary>加急</summary>
    Urgent,
}
