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

    private void Refuse(string key, string why)
    {
        if (elements.Has(key))
            problems.Add(new SourceProblem(elements.LineOf(key), $"要素“{key}”{why}，请删去或改正文种、格式和行文方向。"));
    }
}
