using DocFlow.Documents.Model;

namespace DocFlow.Documents.Source;

/// <summary>Which kinds, formats and directions go together; others are refused with one clear line.</summary>
public static class SupportedScope
{
    /// <returns>Why the document can't be set, in Chinese; null when it can.</returns>
    public static string? Refuse(DocumentKind kind, PageFormat format, DocumentDirection direction)
    {
        if ((kind == DocumentKind.Order) != (format == PageFormat.Order))
            return $"“命令”格式与文种“命令”只能一同使用，现文种为“{ChineseNames.Of(kind)}”、格式为“{ChineseNames.Of(format)}”。";
        if (format == PageFormat.Minutes && kind != DocumentKind.Minutes)
            return $"“纪要”格式只用于文种“纪要”，不能用于“{ChineseNames.Of(kind)}”。";
        return direction == DocumentDirection.Up && format != PageFormat.General
            ? $"上行文使用“通用”格式，“{ChineseNames.Of(format)}”格式没有签发人的位置。"
            : null;
    }
}
