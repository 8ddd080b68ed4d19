using System.Text;

namespace DocFlow.Office.Imports;

/// <summary>Reads the rows of a list that somebody brings: .xlsx, or .csv in UTF-8. Whatever can't be read for certain is refused.</summary>
internal static class SheetFile
{
    /// <summary>Rows that are read at most; more than a page of work, and far from what a program can write.</summary>
    public const int MostRows = 2000;

    private const int MostBytes = 20 * 1024 * 1024;
    private const int MostColumns = 100;

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0];

    /// <exception cref="RefusalException">It isn't such a list; the message says what to do.</exception>
    public static IReadOnlyList<SheetRow> Read(byte[] content)
    {
        if (content.Length is 0 or > MostBytes)
            throw RefusalException.Invalid(content.Length == 0 ? "文件是空的。" : $"文件超过上限{MostBytes / 1024 / 1024} MB，没有导入。请只保留要导入的表，另存后重试。");
        if (content.AsSpan().StartsWith(OldOffice))
            throw RefusalException.Invalid("这是旧版 .xls 或加密的文件，没有导入。请打开后另存为“Excel 工作簿（.xlsx）”，不设密码，再导入。");
        return content.AsSpan().StartsWith(Zip) ? WorkbookReader.Read(content) : ReadText(content);
    }

    /// <summary>AB7.</summary>
    public static string PlaceOf(int column, int row)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return $"{letters}{row}";
    }

    public static RefusalException TooManyRows() => RefusalException.Invalid($"表中超过{MostRows}行，没有导入。请分成几个文件，每个不超过{MostRows}行。");

    public static RefusalException TooManyColumns() => RefusalException.Invalid($"表中超过{MostColumns}列，没有导入。请只保留要导入的列。");

    public static bool IsTooWide(int column) => column > MostColumns;

    private static List<SheetRow> ReadText(byte[] content)
    {
        if (Array.IndexOf(content, (byte)0) >= 0)
            throw RefusalException.Invalid("这个文件不是 .xlsx，也不是 UTF-8 编码的 .csv，没有导入。请另存为 .xlsx 后重试。");
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw RefusalException.Invalid("这个 .csv 不是 UTF-8 编码（可能是 GBK），没有导入。请另存为“CSV UTF-8”或 .xlsx 后重试。");
        }

        return CsvRows.Read(text);
    }
}
