using System.Text.Json;
using DocFlow.Office.Steps;

namespace DocFlow.Office.Procedures;

/// <summary>Names the templates of a declaration's documents that there aren't: found when it is published, not when a matter comes to the step.</summary>
public static class TemplateCheck
{
    /// <param name="definition">The whole definition.</param>
    public static IReadOnlyList<ProcedureProblem> Missing(JsonElement definition, ITemplateShelf shelf) => ProcedureReader.Read(definition).Procedure is { } procedure
        ? [.. procedure.Documents.Select((document, index) => ($"documents[{index}]", document.Template)).Concat(procedure.Reports.Select((report, index) => ($"reports[{index}]", report.Template)))
            .Where(item => shelf.Find(item.Template) is null)
            .Select(item => new ProcedureProblem($"$.customProperties.docflow.{item.Item1}.template", $"没有模板“{item.Template}”，请在模板文件夹中补上，或改用已有的模板。"))]
        : [];
}
