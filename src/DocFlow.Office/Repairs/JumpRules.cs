using DocFlow.Office.Dossiers;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Repairs;

/// <summary>Where a document may be moved to, as far as its signature, number and seal go.</summary>
internal static class JumpRules
{
    /// <exception cref="RefusalException">The document isn't on its way.</exception>
    public static void RequireRunning(Document document)
    {
        var refusal = document switch
        {
            { State: DocumentState.Void } => "已作废",
            { State: DocumentState.Issued or DocumentState.Archived } => "已印发",
            { InstanceId: null } => "还没有送审",
            _ => null,
        };
        if (refusal is not null)
            throw RefusalException.Conflict($"《{document.Title}》{refusal}，不能移动环节。");
    }

    /// <returns>In Chinese; null when nothing is against it.</returns>
    public static string? WhyNot(Document document, StepKind kind, string currentHash, bool isSealed) => kind switch
    {
        StepKind.Draft or StepKind.Review or StepKind.Countersign or StepKind.Sign => document.Number is null ? null : "已编号，不能回到签发和签发以前的环节；确需重办的，请作废后重新办理",
        _ when document.SignedHash is null || document.SignedHash != currentHash => "尚未签发，不能移到签发以后的环节",
        StepKind.Recheck => document.Number is null ? null : "已编号，不能回到复核",
        StepKind.Seal or StepKind.Distribute when document.Number is null => "尚未编号，不能移到编号以后的环节",
        StepKind.Distribute when !isSealed => "尚未用印，不能移到印发",
        _ => null,
    };

    public static bool VoidsSignature(Document document, StepKind kind) =>
        document.SignedHash is not null && kind is (StepKind.Draft or StepKind.Review or StepKind.Countersign or StepKind.Sign);
}
