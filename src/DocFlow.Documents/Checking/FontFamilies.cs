using System.Text;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Checking;

/// <summary>Which official family a font's name in a file counts as, open substitutes included.</summary>
internal static class FontFamilies
{
    private static readonly (FontRole Role, string[] Words)[] Words =
    [
        (FontRole.XiaoBiaoSong, ["小标宋", "XiaoBiaoSong", "FZXBS", "中宋", "STZhongsong", "NotoSerifSC-Bold", "NotoSerifSCBold", "NotoSerifSC-700", "NotoSerifSC700"]),
        (FontRole.FangSong, ["仿宋", "FangSong", "FandolFang", "FZFS", "STFangsong"]),
        (FontRole.Kai, ["楷", "KaiTi", "FandolKai", "FZKT", "STKaiti", "FZKai"]),
        (FontRole.Hei, ["黑", "SimHei", "FandolHei", "STHeiti", "FZHT", "FZHei"]),
        (FontRole.Song, ["宋", "SimSun", "STSong", "FandolSong", "NotoSerif", "FZSS", "FZShuSong"]),
    ];

    private static readonly Dictionary<string, FontRole> Exact = Enum.GetValues<FontRole>()
        .SelectMany(role => OfficialFamilies.NamesOf(role).Select(name => (name, role)))
        .ToDictionary(pair => pair.name, pair => pair.role, StringComparer.OrdinalIgnoreCase);

    public static FontRole? RoleOf(string name)
    {
        var plain = Plain(name);
        if (Exact.TryGetValue(plain, out var exact))
            return exact;
        var joined = plain.Replace(" ", "", StringComparison.Ordinal);
        foreach (var (role, words) in Words)
        {
            if (words.Any(word => joined.Contains(word, StringComparison.OrdinalIgnoreCase)))
                return role;
        }

        return null;
    }

    /// <summary>A PDF's name without its subset's tag; names that were written as GBK bytes read as such.</summary>
    public static string Plain(string name)
    {
        var plus = name.IndexOf('+', StringComparison.Ordinal);
        var plain = plus == 6 ? name[7..] : name;
        if (plain.All(char.IsAscii) || plain.Any(character => character > 0xFF))
            return plain;
        return CodePagesEncodingProvider.Instance.GetEncoding(936)!.GetString(Encoding.Latin1.GetBytes(plain));
    }
}
