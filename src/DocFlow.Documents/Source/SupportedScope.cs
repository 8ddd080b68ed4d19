using DocFlow.Documents.Model;

namespace DocFlow.Documents.Source;

/// <summary>Which kinds, formats and directions can be set today; the others are refused with one clear line.</summary>
public static class SupportedScope
{
    private static readonly DocumentKind[] Kinds =
        [DocumentKind.Notice, DocumentKind.Opinion, DocumentKind.Circular, DocumentKind.Decision, DocumentKind.Reply];

    /// <returns>Why the document can't be set, in Chinese; null when it can.</returns>
    public static string? Refuse(DocumentKind kind, PageFormat format, DocumentDirection direction, Sealing sealing)
    {
        if (!Kinds.Contains(kind))
            return $"文种“{ChineseNames.Of(kind)}”的版式尚未支持，目前可用：{string.Join('、', Kinds.Select(ChineseNames.Of))}。";
        if (format != PageFormat.General)
            return $"“{ChineseNames.Of(format)}”格式尚未支持，目前可用：通用。";
        if (direction != DocumentDirection.Down)
            return $"“{ChineseNames.Of(direction)}”文的版式尚未支持，目前可用：下行。";
        return sealing == Sealing.SignatureStamp ? "加盖签名章的版式尚未支持，目前可用：印章、无。" : null;
    }
}
