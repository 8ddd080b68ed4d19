using DocFlow.Documents.Handwriting;
using DocFlow.Documents.Papers;
using DocFlow.Documents.Seals;
using DocFlow.Documents.Tests.Handwriting;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Tests.Papers;

/// <summary>Papers with the words of J05 and J08.</summary>
internal static class PaperSamples
{
    public const string Suggestion = "同意。建议在（二）后增加“并附会议预算”。";
    public const string Silence = "逾期未反馈，按规定视为无意见（系统）";

    /// <summary>意见采纳情况表 of J05, with more rows of the same when asked for.</summary>
    public static Paper Opinions(int more = 0) => new()
    {
        Title = "关于《中共云河市委办公室关于开展“无会周”活动的通知》/征求意见采纳情况表",
        Issuer = "秘书一科",
        LeftNote = "拟稿单位：秘书一科",
        RightNote = "2026年12月2日",
        Columns = [13, 29, 44, 22, 27, 21],
        Rows =
        [
            PaperRow.Head("序号", "单位", "意见", "采纳情况", "理由", "备注"),
            Row("1", "市委组织部", "同意", "—", "—", "第1稿"),
            Row("2", "市财政局", Suggestion, "部分采纳", "只附全市性会议的预算。", "第1稿"),
            Row("3", "市行政审批局", Silence, "—", "—", "系统自动"),
            .. Enumerable.Range(4, more).Select(ordinal => Row($"{ordinal}", "市财政局", Suggestion, "不采纳", "预算由承办单位另报。", "第2稿")),
        ],
    };

    /// <summary>A picture of 30 × 12 mm in a signature's place.</summary>
    public static SealImage Signature() => new SampleSeals(TestFonts.Library).SealOf("甲")! with { Name = "陆明签名", Width = 30, Height = 12 };

    /// <summary>What 陆明 wrote by hand, three rows of the form high.</summary>
    public static SealImage Writing() => PenPicture.Image(SampleWriting.Waves(), "陆明2026年12月4日手写意见", 100, 19);

    /// <summary>A 发文稿纸 whose leader, with picture, and so many countersigners wrote by hand.</summary>
    public static Paper Written(int opinions)
    {
        var form = Form(0, Signature());
        return form with
        {
            Rows =
            [
                form.Rows[0],
                Box("签发", [new("") { Block = Writing() }, new(""), new("陆明　2026年12月4日", PaperSide.Right) { Picture = Signature() }], 4),
                Box("会签", [.. Enumerable.Range(1, opinions).SelectMany(ordinal => new[]
                {
                    new PaperText($"市财政局：{Suggestion}"), new("") { Block = PenPicture.Image(SampleWriting.Waves(900, 150 + 2 * ordinal), "石磊手写意见", 80, 12.5) }, new PaperText("石磊　2026年11月27日", PaperSide.Right),
                })], 3),
                form.Rows[^1],
            ],
        };
    }

    /// <summary>A 发文稿纸 whose box of countersignatures holds so many opinions.</summary>
    public static Paper Form(int opinions, SealImage? signature = null) => new()
    {
        Title = "中共云河市委办公室发文稿纸",
        Issuer = "中共云河市委办公室",
        Columns = [21, 43, 17, 21, 21, 33],
        Rows =
        [
            new([PaperCell.Label("发文字号"), PaperCell.Of("云办发〔2026〕37号", PaperSide.Middle), PaperCell.Label("缓急"), PaperCell.Of("加急", PaperSide.Middle), PaperCell.Label("密级"), PaperCell.Of(null)]),
            Box("签发", [new("同意印发。"), .. signature is null ? Array.Empty<PaperText>() : [new("")], new("陆明　2026年12月4日", PaperSide.Right) { Picture = signature }], 4),
            Box("会签", [.. Enumerable.Range(1, opinions).SelectMany(_ => new[] { new PaperText($"市财政局：{Suggestion}"), new PaperText("石磊　2026年11月27日", PaperSide.Right) })], 3),
            Box("备注", [new("略过“合法性审核”：本件不是规范性文件，按规定略过")], 1),
        ],
    };

    private static PaperRow Row(string ordinal, string unit, string opinion, string answer, string reason, string remark) => new(
        [PaperCell.Of(ordinal, PaperSide.Middle), PaperCell.Of(unit), PaperCell.Of(opinion), PaperCell.Of(answer, PaperSide.Middle), PaperCell.Of(reason), PaperCell.Of(remark, PaperSide.Middle)]);

    private static PaperRow Box(string label, IReadOnlyList<PaperText> texts, int leastLines) =>
        new([PaperCell.Label(label), new PaperCell(texts) { Span = 5 }]) { LeastLines = leastLines };
}
