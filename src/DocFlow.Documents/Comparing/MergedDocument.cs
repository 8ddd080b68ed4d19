using System.Globalization;
using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Comparing;

/// <summary>
/// Two versions as one document that holds the words of both, to be set as any document is. What can't stand twice on its place (the date, say)
/// stands as it now is, and only the list of changes tells what it was.
/// </summary>
internal sealed class MergedDocument
{
    private readonly ChangeList _changes = new();
    private readonly ChangeAuthors _authors;
    private readonly Dictionary<MergedPlace, MergedText> _texts = [];

    private MergedDocument(IReadOnlyList<ComparedVersion> versions)
    {
        _authors = new ChangeAuthors(versions);
        Document = Merge(versions[0].Document, versions[^1].Document);
    }

    public OfficialDocument Document { get; }

    public IReadOnlyDictionary<MergedPlace, MergedText> Texts => _texts;

    public IReadOnlyList<RedlineChange> Changes => _changes.Changes;

    public static MergedDocument Of(IReadOnlyList<ComparedVersion> versions) => new(versions);

    private OfficialDocument Merge(OfficialDocument before, OfficialDocument after)
    {
        foreach (var (place, old, now) in Head(before).Zip(Head(after), (old, now) => (old.Place, old.Block, now.Block)))
            ListOnly(place, old, now);
        var title = Element(LineRole.Title, "标题", "GwTitle", Flat(before.Title), Flat(after.Title));
        var recipients = Names([LineRole.Recipients, LineRole.ImprintRecipients], "主送", before.Recipients, after.Recipients, text => new ComparedParagraph("GwRecipients", $"{text.TrimEnd('：')}："));
        var body = new MergedBody(_changes, _authors, _texts);
        var text = body.Merge(before.Body, after.Body, "正文", null);
        var annexes = Annexes(body, before.Annexes, after.Annexes);
        foreach (var (place, old, now) in Closing(before).Zip(Closing(after), (old, now) => (old.Place, old.Block, now.Block)))
            ListOnly(place, old, now);
        var note = Element(LineRole.Note, "附注", "GwBody", before.Note ?? "", after.Note ?? "", words => $"（{words}）");
        var copies = Names([LineRole.ImprintCopies], "抄送", before.Copies, after.Copies, words => new ComparedParagraph("GwImprint", $"抄送：{words.TrimEnd('。')}。"));
        ListOnly("印发机关和日期", Printing(before), Printing(after));
        return after with
        {
            Title = title, Recipients = recipients, Body = text, Annexes = annexes, Note = note.Length == 0 ? null : note, Copies = copies,
        };
    }

    private List<Annex> Annexes(MergedBody body, IReadOnlyList<Annex> before, IReadOnlyList<Annex> after)
    {
        var annexes = new List<Annex>();
        foreach (var (old, now) in Alignment.Of(before, after, annex => annex.Title, (one, other) => Alignment.Likeness(one.Title, other.Title)))
        {
            var (index, whole) = (annexes.Count, (now ?? old)!);
            var place = string.Create(CultureInfo.InvariantCulture, $"附件{index + 1}");
            var author = now is null ? _authors.OfGone(new ComparedParagraph("GwTitle", whole.Title)) : _authors.OfNew(new ComparedParagraph("GwTitle", whole.Title));
            var title = _changes.Merge(old?.Title ?? "", now?.Title ?? "", $"{place}名称", author);
            _texts[new MergedPlace(LineRole.AnnexList, Block: index)] = title;
            _texts[new MergedPlace(LineRole.AnnexTitle, index)] = title;
            annexes.Add(whole with { Title = title.Text, Body = body.Merge(old?.Body ?? [], now?.Body ?? [], place, index) });
        }

        return annexes;
    }

    private string Element(LineRole role, string place, string style, string before, string after, Func<string, string>? shown = null)
    {
        var merged = _changes.Merge(before, after, place, AuthorOf(style, shown?.Invoke(before) ?? before, shown?.Invoke(after) ?? after, after.Length == 0));
        _texts[new MergedPlace(role)] = merged;
        return merged.Text;
    }

    private NameList Names(LineRole[] roles, string place, NameList before, NameList after, Func<string, ComparedParagraph> block)
    {
        var author = after.IsEmpty ? _authors.OfGone(block(before.Text)) : _authors.OfNew(block(after.Text));
        var merged = _changes.Merge(before.Text, after.Text, place, author);
        foreach (var role in roles)
            _texts[new MergedPlace(role)] = merged;
        return merged.Text == after.Text ? after : NameList.Written(merged.Text);
    }

    private RevisionAuthor AuthorOf(string style, string before, string after, bool isGone) =>
        isGone ? _authors.OfGone(new ComparedParagraph(style, before)) : _authors.OfNew(new ComparedParagraph(style, after));

    private void ListOnly(string place, ComparedParagraph? before, ComparedParagraph? after)
    {
        if (before?.Text != after?.Text)
            _changes.Add(place, before?.Text ?? "", after?.Text ?? "", after is null ? _authors.OfGone(before!) : _authors.OfNew(after));
    }

    private static IEnumerable<(string Place, ComparedParagraph? Block)> Head(OfficialDocument document)
    {
        const string plain = "GwRecipients";
        yield return ("份号", Plain(plain, document.CopyNumber));
        yield return ("密级", Plain(plain, document.Classification));
        yield return ("紧急程度", Plain(plain, document.Urgency is { } urgency ? ChineseNames.Of(urgency) : null));
        yield return ("发文机关标志", Plain("GwMark", document.Mark));
        yield return ("发文字号", Plain("GwNumber", document.Number));
        yield return ("题注", Plain("GwCaption", document.Caption is { Length: > 0 } caption ? $"（{caption}）" : null));
        yield return ("签发人", Plain(plain, document.Signers.Count == 0 ? null : $"签发人：{string.Join('　', document.Signers)}"));
    }

    private static IEnumerable<(string Place, ComparedParagraph? Block)> Closing(OfficialDocument document)
    {
        yield return ("出席", Attendance("出席：", document.Present));
        yield return ("请假", Attendance("请假：", document.Absent));
        yield return ("列席", Attendance("列席：", document.Attending));
        yield return ("署名", Plain("GwClosing", document.Signatories.Count == 0 ? null : string.Join('、', document.Signatories)));
        yield return ("成文日期", Plain("GwClosing", document.Date is { } day ? Show(day) : null));
    }

    private static ComparedParagraph? Printing(OfficialDocument document) => Plain(
        "GwImprint", document.PrintedBy is { } organ ? document.PrintedOn is { } day ? $"{organ}　{Show(day)}印发" : organ : null);

    private static ComparedParagraph? Attendance(string label, NameList names) => Plain("GwBody", names.IsEmpty ? null : label + names.Text);

    private static ComparedParagraph? Plain(string style, string? text) => string.IsNullOrEmpty(text) ? null : new ComparedParagraph(style, text);

    private static string Show(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    private static string Flat(string title) => title.Replace("/", "", StringComparison.Ordinal);
}
