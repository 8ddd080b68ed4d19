namespace DocFlow.Documents.Typesetting.Fonts;

/// <summary>The names that each official family goes by, in Word files and in font files.</summary>
public static class OfficialFamilies
{
    private static readonly Dictionary<FontRole, string[]> Names = new()
    {
        [FontRole.FangSong] = ["仿宋_GB2312", "FangSong_GB2312", "方正仿宋_GBK", "方正仿宋_GB18030", "方正仿宋简体", "FZFangSong-Z02", "仿宋", "FangSong"],
        [FontRole.Kai] = ["楷体_GB2312", "KaiTi_GB2312", "方正楷体_GBK", "方正楷体_GB18030", "方正楷体简体", "FZKai-Z03", "楷体", "KaiTi"],
        [FontRole.Hei] = ["黑体", "SimHei", "方正黑体_GBK", "方正黑体_GB18030", "方正黑体简体", "FZHei-B01"],
        [FontRole.Song] = ["宋体", "SimSun", "方正书宋_GBK", "方正书宋_GB18030", "方正书宋简体", "FZShuSong-Z01"],
        [FontRole.XiaoBiaoSong] = ["方正小标宋简体", "方正小标宋_GBK", "方正小标宋_GB18030", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "华文中宋", "STZhongsong"],
    };

    /// <summary>The family that Word files name.</summary>
    public static string WordName(FontRole role) => Names[role][0];

    /// <summary>All names that count as the family itself, best first.</summary>
    public static IReadOnlyList<string> NamesOf(FontRole role) => Names[role];
}
