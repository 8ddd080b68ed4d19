using DocFlow.Office.Dossiers;
using DocFlow.Office.Settings;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Seals;

/// <summary>The seals that a document bore at a moment: none before its 用印, and then those in use that its text names.</summary>
internal sealed class SealOrders(IOfficeData data, OfficeSettings settings, DocumentText texts)
{
    public async Task<OrderedSeals> OfAsync(Document document, string sourceText, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var isSealed = data.SealRecords.Local.Any(record => record.DocumentId == document.Id && record.At <= at)
            || await data.SealRecords.AnyAsync(record => record.DocumentId == document.Id && record.At <= at, cancellationToken);
        if (!isSealed || await settings.ReadAsync<SealSetting>(SealSetting.Key, cancellationToken) is not { } register)
            return OrderedSeals.None;
        var seals = new List<OrderedSeal>();
        foreach (var picture in register.Pictures.Where(picture => picture.IsUsedAt(at) && sourceText.Contains(picture.Name, StringComparison.Ordinal)))
            seals.Add(new OrderedSeal(picture.Name, picture.IsStamp, await texts.BytesAsync(picture.FileHash, cancellationToken), picture.Width, picture.Height));
        return new OrderedSeals(seals, register.UsesSamples);
    }
}
