using DocFlow.Documents.Model;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Steps;

/// <inheritdoc />
internal sealed class NumberRegister(
    IOfficeData data, DocumentText texts, StepDeciders deciders, NumberCounters counters, EventLog events, OfficeClock clock) : INumberRegister
{
    public async Task<string> AssignAsync(string documentId, string organCode, string? letterCode = null, CancellationToken cancellationToken = default)
    {
        var document = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这份公文");
        if (document.Number is { } given && document.State is not (DocumentState.Running or DocumentState.Signed))
            return given;
        var version = await texts.SignedAsync(document, cancellationToken);
        if (document.State != DocumentState.Signed)
            throw RefusalException.Invalid($"《{document.Title}》不在“已签发”状态，不能编号。");

        if (document.Number is { } kept)
            return Keep(document, version, kept);
        var now = clock.Now;
        var number = await counters.NextAsync(IsLetter(version) ? letterCode ?? organCode : organCode, documentId, now, cancellationToken);
        document.Number = number.Text;
        document.State = DocumentState.Numbered;
        document.UpdatedAt = now;
        events.Add(ActRecord.On(version, "编号登记") with
        {
            Actor = await deciders.LatestAsync(documentId, StepKind.Number, cancellationToken),
            Detail = new Dictionary<string, string> { ["发文字号"] = number.Text },
        });
        return number.Text;
    }

    private static bool IsLetter(DocumentVersion version) => DocumentText.Elements(version.SourceText) is { Format: PageFormat.Letter };

    // Signed anew after a return: the number was given for ever.
    private string Keep(Document document, DocumentVersion version, string number)
    {
        document.State = DocumentState.Numbered;
        document.UpdatedAt = clock.Now;
        events.Add(ActRecord.On(version, "沿用编号") with { Detail = new Dictionary<string, string> { ["发文字号"] = number } });
        return number;
    }
}
