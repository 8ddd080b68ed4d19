using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Matters;

/// <summary>How a matter stands, in the words of registers and documents.</summary>
internal static class MatterStates
{
    public const string Running = "在办";
    public const string Closed = "办结";
    public const string ClosedLate = "逾期办结";
    public const string Void = "作废";

    public static string Of(Document matter) => matter.State switch
    {
        DocumentState.Archived => matter.DueAt is { } due && matter.ClosedAt > due ? ClosedLate : Closed,
        DocumentState.Void => Void,
        _ => Running,
    };
}
