namespace DocFlow.Office.Handwriting;

/// <summary>What stands in place of handwriting where there is room for words only.</summary>
internal static class HandwritingWords
{
    /// <summary>The name of its hash in the event of the decision.</summary>
    public const string Fact = "手写意见";

    public const string Alone = "（手写意见）";

    public static string Pointer(bool isMatter) => isMatter ? "（手写意见，见办理单）" : "（手写意见，见发文稿纸）";
}
