using DocFlow.Documents.Model;

namespace DocFlow.Documents.Source;

/// <summary>Refuses elements that a document's format has no place for, so that none is dropped silently.</summary>
internal sealed class ElementScope(ElementReader elements, List<SourceProblem> problems)
{
    public void Check(PageFormat format, DocumentDirection direction, Sealing sealing)
    {
        if (direction != DocumentDirection.Up)
            Refuse("签发人", "只用于上行文");
        if (format != PageFormat.Order)
            Refuse("令号", "只用于命令格式");
        if (format == PageFormat.Order && sealing == Sealing.SignatureStamp)
            Refuse("署名", "不与签名章一同使用：命令署签发人的职务和签名章");
        if (format != PageFormat.Minutes)
        {
            foreach (var key in new[] { "出席", "请假", "列席" })
                Refuse(key, "只用于纪要格式");
        }
    }

    /// <summary>What a page can't hold however it is set.</summary>
    public void Limit(OfficialDocument document)
    {
        const int most = 10;
        if (document.MarkNames.Count > most)
            Add("发文机关标志", $"最多并列{most}个机关，更多时请只写主办机关，如“发文机关标志: {document.MarkNames[0]}文件”");
        foreach (var (key, count) in new[] { ("签发人", document.Signers.Count), ("签名", document.Signatures.Count), ("署名", document.Signatories.Count) })
        {
            if (count > most)
                Add(key, $"最多{most}个，现有{count}个");
        }

        void Add(string key, string why) =>
            problems.Add(new SourceProblem(elements.Has(key) ? elements.LineOf(key) : elements.LineOf("发文机关"), $"要素“{key}”{why}。"));
    }

    private void Refuse(string key, string why)
    {
        if (elements.Has(key))
            problems.Add(new SourceProblem(elements.LineOf(key), $"要素“{key}”{why}，请删去或改正文种、格式和行文方向。"));
    }
}
