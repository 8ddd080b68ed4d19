using System.IO.Compression;
using System.Xml.Linq;
using DocFlow.Documents.Comparing;
using DocFlow.Documents.Source;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace DocFlow.Documents.Tests.Comparing;

/// <summary>花脸稿: accepting all gives the later text, rejecting all the earlier one, and each change says whose it is.</summary>
[Trait("Journey", "J04")]
public sealed class RedlineTests
{
    private const string Before = """
        为进一步精简会议，经研究，决定开展“无会周”活动。现将有关事项通知如下。
        一、时间安排
        每月第二周为“无会周”，首个“无会周”为2026年12月7日至11日。
        二、有关要求
        （一）“无会周”期间，原则上不召开全市性会议。
        （二）确需召开的，报市委办公室批准。
        |单位|次数|
        |市财政局|3|
        |市教育局|4|
        """;

    private const string After = """
        为进一步精简会议，经研究，决定开展“无会周”活动。现将有关事项通知如下。
        一、时间安排
        每月第二周为“无会周”，首个“无会周”为2026年12月14日至18日。
        二、有关要求
        （一）“无会周”期间，不召开全市性会议。
        （二）确需召开的，报市委办公室批准，并附会议预算。
        （三）市委办公室每月通报执行情况。
        |单位|次数|
        |市财政局|5|
        |市水利局|2|
        """;

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly RevisionAuthor Drafter = new("林知远（拟稿）", new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.FromHours(8)));
    private static readonly RevisionAuthor Checker = new("周亦凡（核稿）", new DateTimeOffset(2026, 11, 26, 15, 30, 0, TimeSpan.FromHours(8)));
    private static readonly RevisionAuthor Director = new("郑立群（主任审核）", new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.FromHours(8)));

    public static TheoryData<string, string> Pairs() => new()
    {
        { Before, After },
        { After, Before },
        { Before, Before },
        { Before, "全文另起炉灶，与前稿没有一句相同。" },
        { "第一段。\n第二段。\n第三段。", "第三段。\n第一段。" },
        { "一、时间安排\n𠮷田出席，共15.5万元。", "时间安排\n𠮷野出席，共15.8万元，其中A类2个。" },
        { "|甲|乙|\n|1|2|", "|甲|乙|丙|\n|1|2|3|" },
        { "正文。\n|甲|乙|\n|1|2|", "正文。" },
        { "正文。", "正文。\n|甲|乙|\n|1|2|\n后文。" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Accepting_all_gives_the_later_text_and_rejecting_all_the_earlier_one(string before, string after)
    {
        var body = Body(Write((before, Drafter), (after, Checker)));

        Assert.Equal(Lines(after), TextRows(Revisions.Accept(body)));
        Assert.Equal(Lines(before), TextRows(Revisions.Reject(body)));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void File_is_valid_by_the_schema(string before, string after)
    {
        using var stream = new MemoryStream(Write((before, Drafter), (after, Checker)));
        using var document = WordprocessingDocument.Open(stream, false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Description} at {error.Path?.XPath}"));
    }

    [Fact]
    public void Elements_are_compared_too()
    {
        var body = Body(WriteSources(
            (Source(Before, title: "关于开展“无会周”活动的通知"), Drafter),
            (Source(Before, title: "关于试行“无会周”制度的通知", copies: "市政府办公室，市政协办公室"), Checker)));

        Assert.Contains("关于试行“无会周”制度的通知", Revisions.Accept(body));
        Assert.Contains("关于开展“无会周”活动的通知", Revisions.Reject(body));
        Assert.Contains("抄送：市政府办公室，市政协办公室。", Revisions.Accept(body));
        Assert.Contains("抄送：市政府办公室。", Revisions.Reject(body));
    }

    [Fact]
    public void Only_what_changed_is_marked_and_said_whose_it_is()
    {
        var body = Body(Write((Before, Drafter), (After, Checker)));

        var deleted = body.Descendants(W + "del").Where(element => element.Parent!.Name == W + "p").Select(element => element.Value).ToList();
        Assert.Contains("原则上", deleted);
        Assert.DoesNotContain(deleted, words => words.Contains("全市性会议", StringComparison.Ordinal));
        Assert.Contains("，并附会议预算", body.Descendants(W + "ins").Select(element => element.Value));
        Assert.All(Marks(body), mark =>
        {
            Assert.Equal("周亦凡（核稿）", mark.Attribute(W + "author")!.Value);
            // Word shows the date as it stands here: the office's time.
            Assert.Equal("2026-11-26T15:30:00Z", mark.Attribute(W + "date")!.Value);
        });
        var ids = Marks(body).Select(mark => mark.Attribute(W + "id")!.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void A_change_between_versions_that_are_not_neighbours_is_its_own_authors()
    {
        var checkedText = Before.Replace("原则上", "", StringComparison.Ordinal);
        var body = Body(Write((Before, Drafter), (checkedText, Checker), (checkedText + "\n（三）市委办公室每月通报执行情况。", Director)));

        Assert.Equal("周亦凡（核稿）", Marks(body).Single(mark => mark.Value == "原则上").Attribute(W + "author")!.Value);
        Assert.All(Marks(body).Where(mark => mark.Value.Contains("通报", StringComparison.Ordinal)), mark => Assert.Equal("郑立群（主任审核）", mark.Attribute(W + "author")!.Value));
        Assert.Equal(Lines(Before), TextRows(Revisions.Reject(body)));
    }

    [Fact]
    public void Nothing_is_marked_when_nothing_changed() => Assert.Empty(Marks(Body(Write((Before, Drafter), (Before, Checker)))));

    [Fact]
    public void Notes_are_native_comments_at_their_paragraphs_and_change_neither_text()
    {
        RedlineComment[] notes =
        [
            new("（二）确需召开的，报市委办公室批准，并附会议预算。", Checker, ["请核对时限。", "答复：采纳"]),
            new("每月第二周为“无会周”，首个“无会周”为2026年12月7日至11日。", Director, ["与年度安排不符。"]),
            new("哪一稿都没有的一段。", Director, ["已删。"]),
        ];
        using var stream = new MemoryStream();
        Redline.Write([.. new[] { (Before, Drafter), (After, Checker) }.Select(version => new ComparedVersion(DocumentSource.Read(Source(version.Item1)).Document!, version.Item2))], stream, notes);
        var body = Body(stream.ToArray());

        Assert.Equal(Lines(After), TextRows(Revisions.Accept(body)));
        Assert.Equal(Lines(Before), TextRows(Revisions.Reject(body)));
        stream.Position = 0;
        using var document = WordprocessingDocument.Open(stream, false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Description} at {error.Path?.XPath}"));
        var comments = document.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<DocumentFormat.OpenXml.Wordprocessing.Comment>().ToDictionary(comment => comment.InnerText);
        Assert.Equal(["请核对时限。答复：采纳", "与年度安排不符。", "原文：“哪一稿都没有的一段。”已删。"], comments.Keys.Order(StringComparer.Ordinal).OrderBy(key => key[0] switch { '请' => 0, '与' => 1, _ => 2 }));
        Assert.Equal(("周亦凡（核稿）", "2026-11-26T15:30:00Z"), (comments["请核对时限。答复：采纳"].Author!.Value, comments["请核对时限。答复：采纳"].GetAttribute("date", W.NamespaceName).Value));
        Assert.StartsWith("（二）确需召开的", Noted("请核对时限。答复：采纳"), StringComparison.Ordinal);
        Assert.StartsWith("每月第二周", Noted("与年度安排不符。"), StringComparison.Ordinal);
        Assert.Null(Body(Write((Before, Drafter), (After, Checker))).Descendants(W + "commentReference").FirstOrDefault());

        string Noted(string words) => body.Descendants(W + "commentRangeStart").Single(mark => mark.Attribute(W + "id")!.Value == comments[words].Id!.Value).Parent!.Value;
    }

    private static IEnumerable<XElement> Marks(XElement body) => body.Descendants().Where(element => element.Attribute(W + "author") is not null);

    private static List<string> Lines(string text) => [.. text.Split('\n').Select(line => line.Trim())];

    // What stands between the elements above and below the text.
    private static List<string> TextRows(IReadOnlyList<string> rows)
    {
        var first = rows.ToList().IndexOf("各县（区）委办公室：") + 1;
        var last = rows.ToList().IndexOf("中共云河市委办公室", first);
        return [.. rows.Skip(first).Take(last - first)];
    }

    private static string Source(string body, string title = "关于开展“无会周”活动的通知", string copies = "市政府办公室") => $"""
        ---
        文种: 通知
        发文机关: 中共云河市委办公室
        标题: {title}
        主送: 各县（区）委办公室
        抄送: {copies}
        印发机关: 中共云河市委办公室
        ---
        """ + "\n" + body;

    private static byte[] Write(params IEnumerable<(string Body, RevisionAuthor Author)> versions) => WriteSources([.. versions.Select(version => (Source(version.Body), version.Author))]);

    private static byte[] WriteSources(params IEnumerable<(string Source, RevisionAuthor Author)> versions)
    {
        using var stream = new MemoryStream();
        Redline.Write([.. versions.Select(version => new ComparedVersion(DocumentSource.Read(version.Source).Document!, version.Author))], stream);
        return stream.ToArray();
    }

    private static XElement Body(byte[] word)
    {
        using var archive = new ZipArchive(new MemoryStream(word));
        using var part = archive.GetEntry("word/document.xml")!.Open();
        return XDocument.Load(part).Root!.Element(W + "body")!;
    }
}
