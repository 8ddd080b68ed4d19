using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Steps;

namespace DocFlow.Office.Tracking;

/// <inheritdoc />
internal sealed class DutyTracking(IOfficeData data, DocumentText texts, IPassingRound passing) : IDutyTracking
{
    public async Task OfferAsync(string documentId, string stepKey, string readers, CancellationToken cancellationToken = default)
    {
        var document = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这份公文");
        var duties = document.IsMatter ? 0 : DutySentences.Of((await texts.CurrentAsync(document, cancellationToken)).SourceText).Count;
        if (duties > 0)
            await passing.SendAsync(documentId, stepKey, readers, string.Create(CultureInfo.InvariantCulture, $"正文有{duties}条任务句，请在公文页面核对，需要的发起跟踪督办。"), cancellationToken);
    }
}
