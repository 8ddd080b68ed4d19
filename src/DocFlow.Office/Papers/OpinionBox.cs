using DocFlow.Documents.Papers;
using DocFlow.Documents.Typesetting;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Opinions;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Papers;

/// <summary>A box of the 发文稿纸: each opinion with name and date, and the text that it was given on when that isn't the one that stands.</summary>
/// <param name="signature">The picture that the signature in force was given with; null for none.</param>
/// <param name="handwriting">What was written by hand, by seat.</param>
internal sealed class OpinionBox(Document document, WorkingCalendar calendar, SealImage? signature, IReadOnlyDictionary<string, SealImage> handwriting)
{
    private const int ValueColumns = 5;
    private const double LineWidth = 30;
    private const double Gap = 2;

    public PaperRow Row(string label, IEnumerable<OpinionRow> opinions, int leastLines)
    {
        var texts = opinions.SelectMany(Texts).ToList();
        return new PaperRow([PaperCell.Label(label), new PaperCell(texts.Count == 0 ? [new("")] : texts) { Span = ValueColumns }]) { LeastLines = leastLines };
    }

    private IEnumerable<PaperText> Texts(OpinionRow opinion)
    {
        var from = opinion.StepKind switch
        {
            StepKind.Countersign => $"{opinion.UnitName}：",
            StepKind.Review => $"{opinion.StepName}：",
            _ => "",
        };
        var (words, by) = ($"{from}{Said(opinion)}{Remark(opinion)}", $"{OpinionWords.By(opinion)}　{calendar.Print(opinion.At)}");
        var written = handwriting.GetValueOrDefault(opinion.SeatId);
        var isSigned = signature is not null && opinion is { StepKind: StepKind.Sign, SignatureHash: not null } && opinion.At == document.SignedAt;
        // A short opinion and its name share a line, so that an ordinary document's form is one page.
        if (written is null && !isSigned && WidthOf(words) + WidthOf(by) + Gap <= LineWidth)
        {
            yield return new PaperText($"{words}　　{by}");
            yield break;
        }

        if (words.Length > 0)
            yield return new PaperText(words);
        if (written is not null)
            yield return new PaperText("") { Block = written };
        // The picture is higher than a row, and nothing is to stand under it.
        if (isSigned)
            yield return new PaperText("");
        yield return new PaperText(by, PaperSide.Right) { Picture = isSigned ? signature : null };
    }

    // Who signs by hand writes what is done.
    private static string Said(OpinionRow opinion) =>
        opinion is { StepKind: StepKind.Sign, Opinion: null, HandwritingHash: not null } && opinion.Outcome == StepOutcomes.Forward(StepKind.Sign) ? "" : OpinionWords.Of(opinion);

    // In characters: a figure or a letter takes half of one.
    private static double WidthOf(string text) => text.Sum(character => character < '\u0100' ? 0.5 : 1);

    private string Remark(OpinionRow opinion)
    {
        if (opinion.StepKind == StepKind.Sign && opinion.Outcome == StepOutcomes.Forward(StepKind.Sign) && opinion.At != document.SignedAt)
            return "（已失效）";
        return opinion.VersionOrdinal is { } version && version != document.CurrentVersion ? $"（针对第{version}稿）" : "";
    }
}
