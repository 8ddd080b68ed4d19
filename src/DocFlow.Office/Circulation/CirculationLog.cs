using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.People;

namespace DocFlow.Office.Circulation;

/// <summary>Says in a document's trace who passed it round and who has read it.</summary>
internal sealed class CirculationLog(OfficeDirectory directory, OrganisationReader organisations, DocumentText texts, EventLog events)
{
    private const int MostNamed = 10;

    public async Task AddAsync(
        Document document, string actorId, string act, string? opinion, CancellationToken cancellationToken, params (string Name, string Value)[] detail)
    {
        events.Add(ActRecord.On(await texts.CurrentAsync(document, cancellationToken), act) with
        {
            Actor = await directory.PersonAsync(actorId, cancellationToken),
            PostShown = await organisations.PostOfAsync(actorId, cancellationToken),
            StepName = "传阅",
            Opinion = opinion,
            Detail = detail.ToDictionary(pair => pair.Name, pair => pair.Value),
        });
    }

    /// <summary>The first few names, and how many there are.</summary>
    public static string Named(IReadOnlyList<string> names) =>
        string.Join('、', names.Take(MostNamed)) + (names.Count > MostNamed ? $"等{names.Count}人" : "");
}
