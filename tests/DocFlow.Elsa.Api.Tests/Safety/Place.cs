namespace DocFlow.Elsa.Api.Tests.Safety;

/// <summary>A definition with two instances that wait for a task, which know a secret.</summary>
internal sealed record Place(string DefinitionId, string Version, string Instance, string Other, string Execution)
{
    public const string Secret = "only-for-those-who-may";

    public static string Definition(string id) => $$$"""
        {"publish":true,"model":{"definitionId":"{{{id}}}","name":"{{{id}}}",
         "variables":[{"id":"v1","name":"note","typeName":"String","value":"{{{Secret}}}","storageDriverTypeName":"Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core"}],
         "root":{"id":"Flowchart1","type":"Elsa.Flowchart","version":1,
          "activities":[{"id":"task1","type":"Elsa.RunTask","version":1,
            "taskName":{"typeName":"String","expression":{"type":"Literal","value":"{{{Secret}}}" } },
            "payload":{"typeName":"Object","expression":{"type":"JavaScript","value":"({ note: getNote() })" } } } ],
          "connections":[] } } }
        """;

    public string Fill(string path) => path
        .Replace("{definition}", DefinitionId, StringComparison.Ordinal)
        .Replace("{version}", Version, StringComparison.Ordinal)
        .Replace("{instance}", Instance, StringComparison.Ordinal)
        .Replace("{execution}", Execution, StringComparison.Ordinal);
}
