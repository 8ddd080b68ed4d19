using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;

namespace DocFlow.Office.Queries;

/// <summary>The document page's content.</summary>
/// <param name="Version">The concurrency token, to be given back when saving.</param>
/// <param name="Trace">Every act, oldest first.</param>
/// <param name="Acts">The seats that this person may decide now.</param>
/// <param name="MayStart">Whether this person may send the draft for review.</param>
/// <param name="MayEdit">Whether this person may change the text now.</param>
/// <param name="Problem">Why the procedure doesn't go on, in one Chinese line; null while all is well.</param>
/// <param name="MayReceive">Whether this person may sign for it now (签收).</param>
public sealed record Dossier(
    string DocumentId,
    string Title,
    string Kind,
    DocumentState State,
    string? Number,
    string? Urgency,
    bool IsNormative,
    string DrafterId,
    string DrafterName,
    string DrafterUnitName,
    string? SignerName,
    DateTimeOffset? SignedAt,
    string? SignedHash,
    DateTimeOffset? IssuedAt,
    string? ProcedureId,
    string? InstanceId,
    int Version,
    int CurrentVersion,
    IReadOnlyList<string> CosigningUnits,
    IReadOnlyList<VersionRow> Versions,
    IReadOnlyList<FileRow> Files,
    IReadOnlyList<TraceRow> Trace,
    IReadOnlyList<ReceiptRow> Receipts,
    IReadOnlyList<OpenSeat> Waiting,
    IReadOnlyList<OpenAct> Acts,
    string? Problem,
    bool MayStart,
    bool MayEdit,
    bool MayReceive)
{
    /// <summary>Whether this person may take it back now (取回).</summary>
    public bool MayTakeBack { get; init; }

    /// <summary>Whether this person may urge those whom it waits for (催办).</summary>
    public bool MayUrge { get; init; }

    /// <summary>Whether this person may ask further units while the countersigning is open (主任的加签).</summary>
    public bool MayAddCosigners { get; init; }

    /// <summary>Whether this person may send it to others as well, correct it, and urge who hasn't signed for it (补发、更正、催签收).</summary>
    public bool MayDistribute { get; init; }

    /// <summary>Since when the work on it stands still (暂停), and why; null while it goes on.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    public string? PauseReason { get; init; }

    /// <summary>Whether this person may stop the work on it, or let it go on (暂停、恢复).</summary>
    public bool MayPause { get; init; }

    /// <summary>What was corrected after it was issued, oldest first.</summary>
    public IReadOnlyList<CorrectionRow> Corrections { get; init; } = [];

    /// <summary>A correction that waits for its seal (更正待用印); null while none does.</summary>
    public CorrectionRow? PendingCorrection { get; init; }

    /// <summary>Whether this person may seal it or give it back: a keeper of the seals who didn't ask for it.</summary>
    public bool MaySealCorrection { get; init; }

    /// <summary>The signature in force was given with a picture of the signer's hand.</summary>
    public bool HasSignaturePicture { get; init; }

    /// <summary>Countersigners' opinions that were given on an earlier text than the current one; empty while none was.</summary>
    public IReadOnlyList<EarlierOpinion> EarlierOpinions { get; init; } = [];

    /// <summary>What a matter says in place of an official document; null for a document.</summary>
    public MatterView? Matter { get; init; }

    /// <summary>What it was born from and what was born from it (来文→批示→督办 …), as far as the reader may open it.</summary>
    public IReadOnlyList<MatterLink> Links { get; init; } = [];

    /// <summary>The procedure is between two steps: it was told to go on and hasn't come to the next one yet.</summary>
    public bool IsMoving => Waiting.Count == 0 && State is DocumentState.Running or DocumentState.Signed or DocumentState.Numbered or DocumentState.Issued;
}
