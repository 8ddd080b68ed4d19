using System.Text.Json;
using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;

namespace DocFlow.Office.Tests.Procedures;

/// <summary>A template that isn't there is found when a procedure is published.</summary>
public sealed class TemplateCheckTests
{
    [Fact]
    public void A_documents_template_that_isnt_there_is_named_by_its_place()
    {
        using var definition = JsonDocument.Parse("""
            {"definitionId":"borrow","customProperties":{"docflow":{"title":"借用","titleField":"subject","fields":[{"key":"subject","label":"事由","type":"text","required":true}],"form":["subject"],
              "documents":[{"name":"通知","template":"notice/there"},{"name":"函","template":"letter/gone"}],
              "register":{"name":"台账","columns":[{"title":"事由","from":"field:subject"}]},"reports":[{"name":"专报","template":"report/gone","by":["subject"]}]}}}
            """);

        var problems = TemplateCheck.Missing(definition.RootElement, new Shelf("notice/there"));

        Assert.Equal(
            [
                ("$.customProperties.docflow.documents[1].template", "没有模板“letter/gone”，请在模板文件夹中补上，或改用已有的模板。"),
                ("$.customProperties.docflow.reports[0].template", "没有模板“report/gone”，请在模板文件夹中补上，或改用已有的模板。"),
            ],
            problems.Select(problem => (problem.Path, problem.Message)));
        Assert.Empty(TemplateCheck.Missing(definition.RootElement, new Shelf("notice/there", "letter/gone", "report/gone")));
    }

    private sealed class Shelf(params string[] there) : ITemplateShelf
    {
        public string? Find(string path) => there.Contains(path) ? "---\n---\n" : null;
    }
}
