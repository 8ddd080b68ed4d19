using System.Globalization;
using DocFlow.Documents.Model;
using DocFlow.Documents.Papers;
using DocFlow.Documents.Seals;
using DocFlow.Documents.Typesetting;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Handwriting;
using DocFlow.Office.Opinions;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Papers;

/// <summary>发文稿纸 (文单): the document's elements and each opinion in its box, in the organisation's order.</summary>
internal sealed class ManuscriptPaper(IOfficeData data, DocumentText texts, OpinionList list, HandwritingStore handwritings, OfficeSettings settings)
{
    private const string Checking = "核稿";
    private const string Skipped = "略过";

    // mm: two rows of the form, and no wider than leaves room for the name and the day.
    private const double SignatureHeight = 12;
    private const double SignatureWidth = 45;

    private static readonly double[] Columns = [21, 43, 17, 21, 21, 33];
    private static readonly StepKind[] Kinds = [StepKind.Sign, StepKind.Countersign, StepKind.Review, StepKind.Recheck];

    public async Task<Paper> OfAsync(Document document, CancellationToken cancellationToken)
    {
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var version = await texts.CurrentAsync(document, cancellationToken);
        var attachments = await texts.AttachmentsAsync(version.Id, cancellationToken);
        var source = DocumentText.Read(version.SourceText, attachments.ConvertAll(attachment => attachment.Name)).Document;
        var given = await list.OfAsync(document.Id, Kinds, cancellationToken);
        var opinions = given.ToLookup(opinion => Box(opinion));
        var copies = await data.Distributions.Where(row => row.DocumentId == document.Id && row.Kind != DistributionKind.Correction).SumAsync(row => row.Copies, cancellationToken);
        var seals = await data.SealRecords.AsNoTracking().Where(row => row.DocumentId == document.Id)
            .Join(data.People, row => row.SealedById, person => person.Id, (row, person) => new { person.Name, row.At }).ToListAsync(cancellationToken);
        var box = new OpinionBox(document, calendar, await SignatureAsync(document, given, cancellationToken), await HandwritingAsync(given, calendar, cancellationToken));
        var issuer = source?.Issuers[0] ?? document.DrafterUnit!.Name;
        return new Paper
        {
            Title = $"{issuer}发文稿纸",
            Issuer = issuer,
            Columns = Columns,
            Rows =
            [
                Three(("发文字号", document.Number), ("缓急", document.Urgency), ("密级", source?.Classification)),
                box.Row("签发", opinions["签发"], leastLines: 3),
                box.Row("会签", opinions["会签"], leastLines: 2),
                box.Row("审核", opinions["审核"], leastLines: 2),
                box.Row(Checking, opinions[Checking], leastLines: 1),
                Three(("拟稿单位", document.DrafterUnit!.Name), ("拟稿人", document.Drafter!.Name), ("拟稿日期", calendar.Print(document.CreatedAt))),
                Wide("标题", [document.Title]),
                Wide("主送", [source?.Recipients.Text]),
                Wide("抄送", [source?.Copies.Text]),
                Wide("附件", Annexes(source)),
                Three(("文种", document.Kind), ("文稿", $"第{document.CurrentVersion}稿"), ("份数", copies == 0 ? null : $"{copies}份")),
                Three(("打字", null), ("校对", null), ("印发日期", document.IssuedAt is { } issued ? calendar.Print(issued) : null)),
                box.Row("复核", opinions["复核"], leastLines: 1),
                Wide("用印", [string.Join('，', seals.OrderBy(seal => seal.At).Select(seal => $"{seal.Name}　{calendar.Print(seal.At)}"))]),
                Wide("备注", await RemarksAsync(document.Id, cancellationToken)),
            ],
        };
    }

    private async Task<SealImage?> SignatureAsync(Document document, IReadOnlyList<OpinionRow> opinions, CancellationToken cancellationToken)
    {
        if (opinions.FirstOrDefault(opinion => opinion is { StepKind: StepKind.Sign, SignatureHash: not null } && opinion.At == document.SignedAt) is not { } signed)
            return null;
        var file = SealPictureFile.Read(await texts.BytesAsync(signed.SignatureHash!, cancellationToken));
        var scale = Math.Min(SignatureHeight / file.HeightInPixels, SignatureWidth / file.WidthInPixels);
        return new SealImage($"{signed.PersonName}签名", file.Png, file.WidthInPixels * scale, file.HeightInPixels * scale);
    }

    private async Task<Dictionary<string, SealImage>> HandwritingAsync(IReadOnlyList<OpinionRow> opinions, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        var written = opinions.Where(opinion => opinion.HandwritingHash is not null).ToDictionary(opinion => opinion.SeatId);
        var strokes = await handwritings.OfSeatsAsync(written.ToDictionary(pair => pair.Key, pair => pair.Value.HandwritingHash!), cancellationToken);
        return written.ToDictionary(pair => pair.Key, pair => WrittenOpinion.Image(
            strokes[pair.Key], OpinionWords.By(pair.Value), calendar.Print(pair.Value.At), isLarge: pair.Value.StepKind == StepKind.Sign));
    }

    private static string Box(OpinionRow opinion) => opinion.StepKind switch
    {
        StepKind.Sign => "签发",
        StepKind.Countersign => "会签",
        StepKind.Recheck => "复核",
        _ => opinion.StepName.Contains(Checking, StringComparison.Ordinal) ? Checking : "审核",
    };

    private static PaperRow Three(params IEnumerable<(string Label, string? Value)> fields) =>
        new([.. fields.SelectMany(field => new[] { PaperCell.Label(field.Label), PaperCell.Of(field.Value, PaperSide.Middle) })]);

    private static PaperRow Wide(string label, IReadOnlyList<string?> texts) =>
        new([PaperCell.Label(label), new PaperCell([.. texts.Select(text => new PaperText(text ?? ""))]) { Span = Columns.Length - 1 }]);

    private static IReadOnlyList<string?> Annexes(OfficialDocument? source)
    {
        var titles = source?.Annexes.Select(annex => annex.Title).ToList() ?? [];
        return titles.Count switch
        {
            0 => ["无"],
            1 => [titles[0]],
            _ => [.. titles.Select((title, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {title}"))],
        };
    }

    // A step that nobody had to take is named with its reason, so that its empty box isn't taken for an oversight.
    private async Task<IReadOnlyList<string?>> RemarksAsync(string documentId, CancellationToken cancellationToken)
    {
        var skipped = await data.Events.AsNoTracking().Where(record => record.DocumentId == documentId && record.Act == Skipped)
            .OrderBy(record => record.Sequence).Select(record => new { record.StepName, record.Opinion }).ToListAsync(cancellationToken);
        return skipped.Count == 0 ? [""] : [.. skipped.Select(step => $"略过“{step.StepName}”：{step.Opinion}").Distinct()];
    }
}
