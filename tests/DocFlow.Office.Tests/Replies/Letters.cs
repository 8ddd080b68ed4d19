using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Procedures;

namespace DocFlow.Office.Tests.Replies;

/// <summary>待复函件 and 收文办理 as the repository declares them.</summary>
internal sealed class Letters : IProcedures
{
    public const string Awaited = "awaited-reply";
    public const string Incoming = "incoming-document";

    private static readonly IReadOnlyList<Procedure> Declared = [.. new[] { Awaited, Incoming }.Select(Read)];

    public Task<IReadOnlyList<Procedure>> DeclaredAsync(CancellationToken cancellationToken) => Task.FromResult(Declared);

    public Task<bool> ExistsAsync(string definitionId, CancellationToken cancellationToken) => Task.FromResult(definitionId is Awaited or Incoming or "policy-document");

    private static Procedure Read(string id)
    {
        using var definition = RepositoryProcedureTests.Read($"{id}.json");
        return ProcedureReader.Read(definition.RootElement).Procedure!;
    }
}
