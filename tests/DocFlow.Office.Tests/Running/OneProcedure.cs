using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;

namespace DocFlow.Office.Tests.Running;

/// <summary>发文办理 is the only procedure.</summary>
internal sealed class OneProcedure : IProcedures
{
    public Task<IReadOnlyList<Procedure>> DeclaredAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Procedure>>([]);

    public Task<bool> ExistsAsync(string definitionId, CancellationToken cancellationToken) => Task.FromResult(definitionId == "policy-document");
}
