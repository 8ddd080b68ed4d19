using System.Text;

namespace DocFlow.Host.CommandLine;

/// <summary>Reads text files that a person names.</summary>
internal static class SourceFile
{
    private const long LargestBytes = 16 * 1024 * 1024;
    private const string Extension = ".gw.txt";

    /// <exception cref="CommandRefusedException">No such file, too large, or not UTF-8 text.</exception>
    public static string ReadText(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new CommandRefusedException("找不到文件。");
        if (file.Length > LargestBytes)
            throw new CommandRefusedException($"文件有{file.Length / 1024 / 1024} MB，超过上限{LargestBytes / 1024 / 1024} MB。");
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException)
        {
            throw new CommandRefusedException("不是 UTF-8 文本，请另存为 UTF-8 编码后重试。");
        }
    }

    /// <summary>Why a file can't be read or written, in Chinese.</summary>
    public static string Explain(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "没有读写权限，请换一个位置或请管理员开通权限。",
        DirectoryNotFoundException or FileNotFoundException => "找不到文件或文件夹。",
        IOException => "无法读写：路径不是文件夹、磁盘已满，或文件正被占用。",
        _ => exception.Message,
    };

    /// <summary>The name without its folder and extension.</summary>
    public static string PlainName(string path)
    {
        var name = Path.GetFileName(path);
        return name.EndsWith(Extension, StringComparison.Ordinal) ? name[..^Extension.Length] : Path.GetFileNameWithoutExtension(name);
    }
}
