using DocFlow.Documents.Model;
using DocFlow.Office.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Steps;

/// <summary>Whom a document's 主送 and 抄送 mean: units by name, classes of units by their class name, others as printed.</summary>
internal sealed class Recipients(IOfficeData data)
{
    private static readonly char[] Separators = ['，', '、', ',', '；', ';'];

    public async Task<IReadOnlyList<Recipient>> OfAsync(string sourceText, CancellationToken cancellationToken)
    {
        if (DocumentText.Elements(sourceText) is not { } document)
            return [];
        var units = await data.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken);
        var all = Names(document.Recipients).Select(name => (Name: name, IsCopy: false))
            .Concat(Names(document.Copies).Select(name => (Name: name, IsCopy: true)));
        return all.SelectMany(entry =>
            {
                var meant = units.Where(unit => unit.Name == entry.Name || unit.RecipientClass == entry.Name).ToList();
                return meant.Count > 0
                    ? meant.Select(unit => new Recipient(unit.Name, unit.Id, entry.IsCopy))
                    : [new Recipient(entry.Name, null, entry.IsCopy)];
            })
            .DistinctBy(recipient => recipient.Name)
            .ToList();
    }

    /// <summary>The names of a list, however it was written.</summary>
    public static IEnumerable<string> Names(NameList list) =>
        list.ToString().Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
