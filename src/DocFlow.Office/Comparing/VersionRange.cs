using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Comparing;

/// <summary>Which two versions can be compared.</summary>
internal static class VersionRange
{
    /// <param name="newest">The last text that was written: a correction that waits for its seal comes after the one that holds.</param>
    public static void Require(Document document, int from, int to, int newest)
    {
        if (document.IsMatter)
            throw RefusalException.Invalid("这是事项，没有可以对照的文稿；每次填写的内容见办理过程。");
        if (from >= to)
            throw RefusalException.Invalid("请选择先后不同的两稿：前一稿在前，后一稿在后。");
        foreach (var ordinal in new[] { from, to }.Where(ordinal => ordinal < 1 || ordinal > newest))
            throw RefusalException.NotFound($"第{ordinal}稿");
    }
}
