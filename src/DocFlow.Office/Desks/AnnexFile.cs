using System.Text;

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
            throw RefusalException.Invalid(WhyNot(name, content));
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

    private static string WhyNot(string name, byte[] content)
    {
        if (!name.EndsWith(".docx", StringComparison.OrdinalIgnoreCase))
            return $"附件“{name}”的格式不能排入公文，目前可用 {Text} 文本。";
        return content.AsSpan().StartsWith(Zip)
            ? $"附件“{name}”是 Word 文件，目前还不能排入公文。请把内容另存为 {Text} 文本再上传。"
            : $"附件“{name}”名为 Word 文件，内容却不是。请检查文件，并把内容存为 {Text} 文本再上传。";
    }

    private static string Shown(string name) => string.Concat(name.Take(60).Where(character => !char.IsControl(character)));
}
