using System.Text;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Source;

namespace DocFlow.Office.Desks;

/// <summary>Which files a draft may carry: annex texts in the source format, which the typesetter can set.</summary>
internal static class AnnexFile
{
    public const int MostCount = 50;

    private const int MostBytes = 5 * 1024 * 1024;
    private const int MostName = 200;
    private const string Text = ".gw.txt";

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    /// <exception cref="RefusalException">The name or the content can't be used; the message says why and what to do.</exception>
    public static void Require(string name, byte[] content)
    {
        RequireName(name);
        if (content.Length > MostBytes)
            throw RefusalException.Invalid($"附件“{name}”有{content.Length / 1024 / 1024} MB，超过上限{MostBytes / 1024 / 1024} MB。请拆分后再上传。");
        if (!name.EndsWith(Text, StringComparison.Ordinal))
            throw RefusalException.Invalid($"附件“{name}”的格式不能排入公文，可用 {Text} 文本和 {WordAnnex.Extension}。");
        try
        {
            PlainText.Require(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content), $"附件“{name}”");
        }
        catch (DecoderFallbackException)
        {
            throw RefusalException.Invalid($"附件“{name}”不是 UTF-8 文本，请另存为 UTF-8 编码后再上传。");
        }
    }

    /// <exception cref="RefusalException">It isn't the plain name of a file.</exception>
    public static void RequireName(string name)
    {
        var isPlain = name.Length is > 0 and <= MostName && name.Trim() == name && name.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|']) < 0
            && !name.Any(char.IsControl) && name.Trim('.').Length > 0;
        if (!isPlain)
            throw RefusalException.Invalid($"附件文件名“{Shown(name)}”不可用，请改为不含路径和特殊符号、{MostName}字以内的文件名。");
    }

    /// <summary>A Word file as the text that it is set as, under the name of a text; other files as they are.</summary>
    /// <exception cref="RefusalException">It can't be read, or has what a text can't have.</exception>
    public static (string Name, byte[] Content) AsText(string name, byte[] content)
    {
        if (!name.EndsWith(WordAnnex.Extension, StringComparison.OrdinalIgnoreCase) || content.Length > MostBytes)
            return (name, content);
        if (!content.AsSpan().StartsWith(Zip))
            throw RefusalException.Invalid($"附件“{name}”名为 Word 文件，内容却不是。请检查文件后再上传。");
        try
        {
            return (name[..^WordAnnex.Extension.Length] + Text, Encoding.UTF8.GetBytes(WordAnnex.TextOf(content)));
        }
        catch (UnreadableFileException exception)
        {
            throw RefusalException.Invalid($"附件“{name}”不能排入：{exception.Message}");
        }
    }

    private static string Shown(string name) => string.Concat(name.Take(60).Where(character => !char.IsControl(character)));
}
