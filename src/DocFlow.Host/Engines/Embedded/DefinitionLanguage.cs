using DocFlow.Activities.Steps;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Office.Procedures;

namespace DocFlow.Host.Engines;

/// <summary>What definitions may say in this office: its activities, and what they declare of office procedures.</summary>
internal static class DefinitionLanguage
{
    public static ActivityRegistry Create() => new ActivityRegistry().AddFrom(typeof(HumanStep).Assembly)
        .CheckWith(definition => ProcedureReader.Read(definition).Problems.Select(problem => (problem.Path, problem.Message)));
}
