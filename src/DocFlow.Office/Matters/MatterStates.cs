using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Matters;

/// <summary>How a matter or document stands, in the words of registers, chains and documents.</summary>
internal static class MatterStates
{
    public const string Running = "在办";
    public const string Closed = "办结";
    public const string ClosedLate = "逾期办结";
    public const string Void = "作废";
    public const string Filed = "已归档";
    public const string Issued = "已印发";
    public const string Draft = "草稿";

    public static string Of(Document document) => document.State switch
    {
        DocumentState.Void => Void,
        DocumentState.Archived when !document.IsMatter => Filed,
        DocumentState.Archived => document.DueAt is { } due && document.ClosedAt > due ? ClosedLate : Closed,
        DocumentState.Draft => Draft,
        DocumentState.Issued => Issued,
        _ => Running,
    };
}
