namespace DocFlow.Documents.Model;

/// <summary>An official document (公文) with the elements of 条例 art. 9, defaults already filled in.</summary>
public sealed record OfficialDocument
{
    /// <summary>文种</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>格式</summary>
    public PageFormat Format { get; init; } = PageFormat.General;

    /// <summary>行文方向</summary>
    public DocumentDirection Direction { get; init; } = DocumentDirection.Down;

    /// <summary>发文机关, 主办机关 first; never empty.</summary>
    public required IReadOnlyList<string> Issuers { get; init; }

    /// <summary>发文机关标志, as printed in red.</summary>
    public required string Mark { get; init; }

    /// <summary>
    /// The organs that the mark stacks, the one in charge on top, with the rest of the mark on their right; empty when it is one row.
    /// </summary>
    public IReadOnlyList<string> MarkNames { get; init; } = [];

    /// <summary>份号, six digits.</summary>
    public string? CopyNumber { get; init; }

    /// <summary>密级和保密期限, such as 机密★3年.</summary>
    public string? Classification { get; init; }

    /// <summary>紧急程度</summary>
    public Urgency? Urgency { get; init; }

    /// <summary>发文字号; null in a draft.</summary>
    public string? Number { get; init; }

    /// <summary>What a draft shows in the number's place, such as “云办发〔2026〕  号”; null shows nothing but keeps the row.</summary>
    public string? NumberPlaceholder { get; init; }

    /// <summary>签发人, of a document to a superior.</summary>
    public IReadOnlyList<string> Signers { get; init; } = [];

    /// <summary>标题 as written; “/” forces a row break and is not printed.</summary>
    public required string Title { get; init; }

    /// <summary>题注, without its round brackets: under the title, instead of name and date at the end; empty for the date alone, null for none.</summary>
    public string? Caption { get; init; }

    /// <summary>主送机关</summary>
    public NameList Recipients { get; init; } = NameList.Empty;

    /// <summary>正文</summary>
    public required IReadOnlyList<BodyBlock> Body { get; init; }

    /// <summary>附件</summary>
    public IReadOnlyList<Annex> Annexes { get; init; } = [];

    /// <summary>发文机关署名</summary>
    public IReadOnlyList<string> Signatories { get; init; } = [];

    /// <summary>成文日期; null in a draft, whose place is kept.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>用印</summary>
    public Sealing Sealing { get; init; } = Sealing.Seal;

    /// <summary>签名, with <see cref="Sealing.SignatureStamp"/>: one for each organ, the one in charge first.</summary>
    public IReadOnlyList<PersonalSignature> Signatures { get; init; } = [];

    /// <summary>附注, without its round brackets.</summary>
    public string? Note { get; init; }

    /// <summary>抄送机关</summary>
    public NameList Copies { get; init; } = NameList.Empty;

    /// <summary>印发机关</summary>
    public string? PrintedBy { get; init; }

    /// <summary>印发日期</summary>
    public DateOnly? PrintedOn { get; init; }

    /// <summary>出席, of minutes.</summary>
    public NameList Present { get; init; } = NameList.Empty;

    /// <summary>请假, of minutes.</summary>
    public NameList Absent { get; init; } = NameList.Empty;

    /// <summary>列席, of minutes.</summary>
    public NameList Attending { get; init; } = NameList.Empty;

    /// <summary>令号, of an order.</summary>
    public string? OrderNumber { get; init; }
}
