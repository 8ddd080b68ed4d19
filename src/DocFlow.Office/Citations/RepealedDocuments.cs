using DocFlow.Documents.Checking;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Steps;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Citations;

/// <inheritdoc />
internal sealed class RepealedDocuments(IOfficeData data, IProcedures procedures) : IRepealedDocuments
{
    public async Task<IReadOnlyList<Finding>> CheckAsync(string sourceText, CancellationToken cancellationToken = default)
    {
        var cited = RepealedCitationRule.Numbers(sourceText);
        if (cited.Count == 0)
            return [];
        var repealed = new HashSet<string>();
        foreach (var procedure in (await procedures.DeclaredAsync(cancellationToken)).Where(procedure => procedure.Repeal is not null))
        {
            var (id, repeal) = (procedure.Id, procedure.Repeal!);
            var found = await data.MatterValues.Where(value => value.ProcedureId == id && value.Key == repeal.Number && cited.Contains(value.Text))
                .Join(data.MatterValues.Where(value => value.Key == repeal.Conclusion && value.Text == repeal.Value), number => number.DocumentId, conclusion => conclusion.DocumentId, (number, _) => number)
                .Join(data.Documents.Where(matter => matter.State == DocumentState.Archived), number => number.DocumentId, matter => matter.Id, (number, _) => number.Text)
                .ToListAsync(cancellationToken);
            repealed.UnionWith(found);
        }

        return RepealedCitationRule.Check(sourceText, repealed);
    }
}
