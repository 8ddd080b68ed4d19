using System.Text.Json;
using System.Text.RegularExpressions;

namespace DocFlow.Office.Procedures;

/// <summary>Reads the official documents that a declaration makes.</summary>
internal static partial class DocumentReader
{
    private const int MostDocuments = 20;

    public static IReadOnlyList<ProcedureDocument> Read(DeclaredObject declaration, bool hasNumber)
    {
        var documents = new List<ProcedureDocument>();
        var items = declaration.Items("documents");
        if (items.Count > MostDocuments)
            declaration.Problem("documents", $"有{items.Count}种文书，超过上限{MostDocuments}。");
        foreach (var (item, path) in items)
        {
            var one = new DeclaredObject(item, path, declaration.Problems, "name", "template", "numberCode", "matterNumber", "seal");
            if (item.ValueKind != JsonValueKind.Object)
                continue;
            var read = new ProcedureDocument(one.RequiredText("name", 20), one.RequiredText("template"), one.Text("numberCode", 20), one.Flag("matterNumber"), one.Flag("seal"));
            if (read.Template.Length > 0 && !IsTemplate(read.Template))
                one.Problem("template", $"“{read.Template}”不是模板，应写成“文种/名称”，如 letter/urging。");
            if (read is { BearsMatterNumber: true, NumberCode: not null })
                one.Problem("matterNumber", "用事项的编号，就不再另编文号，请去掉“numberCode”。");
            else if (read.BearsMatterNumber && !hasNumber)
                one.Problem("matterNumber", "事项没有编号，请写明“number.code”。");
            if (documents.Exists(other => other.Name == read.Name) && read.Name.Length > 0)
                one.Problem("name", $"文书“{read.Name}”重复。");
            documents.Add(read);
        }

        return documents;
    }

    /// <summary>Whether a text names a template as kind/name.</summary>
    public static bool IsTemplate(string text) => TemplateShape().IsMatch(text);

    [GeneratedRegex("^[a-z0-9-]+/[a-z0-9-]+$")]
    private static partial Regex TemplateShape();
}
