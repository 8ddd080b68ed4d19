using DocFlow.Documents.Model;

namespace DocFlow.Documents.Source;

/// <summary>What a source means that doesn't say it: format, direction and authentication by kind, the mark by format.</summary>
internal static class DocumentDefaults
{
    public static PageFormat FormatOf(DocumentKind? kind) => kind switch
    {
        DocumentKind.Letter => PageFormat.Letter,
        DocumentKind.Order => PageFormat.Order,
        DocumentKind.Minutes => PageFormat.Minutes,
        _ => PageFormat.General,
    };

    public static DocumentDirection DirectionOf(DocumentKind? kind) => kind switch
    {
        DocumentKind.Report or DocumentKind.Request => DocumentDirection.Up,
        DocumentKind.Letter or DocumentKind.Proposal => DocumentDirection.Level,
        DocumentKind.Announcement or DocumentKind.PublicNotice or DocumentKind.Communique => DocumentDirection.Public,
        _ => DocumentDirection.Down,
    };

    /// <summary>An order bears its signer's stamp, minutes bear nothing; all else is sealed.</summary>
    public static Sealing SealingOf(PageFormat format, bool hasSignature) => format switch
    {
        PageFormat.Minutes => Sealing.None,
        PageFormat.Order when hasSignature => Sealing.SignatureStamp,
        _ => Sealing.Seal,
    };

    /// <summary>The word that follows the organ's name in its mark.</summary>
    public static string MarkEndOf(PageFormat format) => format switch
    {
        PageFormat.Letter => "",
        PageFormat.Order => "令",
        PageFormat.Minutes => "纪要",
        _ => "文件",
    };
}
