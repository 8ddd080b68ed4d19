using DocFlow.Documents.Model;

namespace DocFlow.Documents.Source;

/// <summary>Reads whose stamps a document bears (签名): one, or one for each organ of a joint document.</summary>
internal static class SignatureReader
{
    private const string Key = "签名";

    private static readonly HashSet<string> Keys = ["职务", "姓名"];

    public static IReadOnlyList<PersonalSignature> Read(ElementReader elements, Sealing sealing, List<SourceProblem> problems)
    {
        if (!elements.Has(Key))
        {
            if (sealing == Sealing.SignatureStamp)
                problems.Add(new SourceProblem(elements.LineOf("用印"), "加盖签名章应写明“签名: {职务: 市长, 姓名: 周一川}”。"));
            return [];
        }

        if (sealing != Sealing.SignatureStamp)
            problems.Add(new SourceProblem(elements.LineOf(Key), "“签名”只与“用印: 签名章”一同使用。"));
        var signatures = new List<PersonalSignature>();
        foreach (var map in elements.Maps(Key, "应写作 {职务: 市长, 姓名: 周一川}，联合行文逐项列出"))
        {
            var entry = new ElementReader(map, problems);
            entry.RefuseUnknown(Keys);
            if (entry.Text("职务") is { } post && entry.Text("姓名") is { } name)
                signatures.Add(new PersonalSignature(post, name));
            else
                problems.Add(new SourceProblem(map.Line, "“签名”应写明职务和姓名。"));
        }

        return signatures;
    }
}
