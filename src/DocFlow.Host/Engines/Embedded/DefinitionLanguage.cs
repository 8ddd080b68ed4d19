using DocFlow.Activities.Steps;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;

namespace DocFlow.Host.Engines;

/// <summary>What definitions may say in this office: its activities, and what they declare of office procedures.</summary>
internal static class DefinitionLanguage
{
    public static ActivityRegistry Create(ITemplateShelf shelf) => new ActivityRegistry().AddFrom(typeof(HumanStep).Assembly)
        .CheckWith(definition => ProcedureReader.Read(definition).Problems.Select(problem => (problem.Path, problem.Message)))
        .CheckWith(definition => TemplateCheck.Missing(definition, shelf).Select(problem => (problem.Path, problem.Message)));
}
