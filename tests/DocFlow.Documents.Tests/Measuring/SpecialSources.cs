using DocFlow.Documents.Model;

namespace DocFlow.Documents.Tests.Measuring;

/// <summary>Sources in the formats beside the general one, to superiors, and of several organs.</summary>
internal static class SpecialSources
{
    public const string LongAttendance = "综合科、秘书一科、秘书二科、督查室、机要文印室、组织人事科主要负责人，各县（区）委办公室主任，市直各单位办公室主任";

    /// <summary>Where the mark's ink starts (GB/T 9704 7.2.4, 10.1 to 10.3).</summary>
    public static double MarkTopOf(PageFormat format) => format switch
    {
        PageFormat.Letter => 30,
        PageFormat.Order => 57,
        _ => 72,
    };

    public static string Request(string signers, string markings) => Sources.Notice($"{signers}\n{markings}\n附注: 联系人：林知远，联系电话：0000-1234567\n{Sources.Imprint}", "妥否，请批示。", Sources.Issuer + "关于建设档案数字化中心的请示", "发文字号: 云办报〔2026〕5号", "中共北川省委办公厅")
        .Replace("文种: 通知", "文种: 请示", StringComparison.Ordinal);

    public static string Letter(string body = "请予以支持，并请函复。") => Sources.Notice("份号: \"000017\"\n紧急程度: 加急\n抄送: [市政府办公室, 市纪委监委办公室]", body, Sources.Issuer + "关于商请协助开展调研的函", "发文字号: 云办函〔2026〕21号", "中共清江市委办公室")
        .Replace("文种: 通知", "文种: 函", StringComparison.Ordinal);

    public static string Order(string front = "签名: {职务: 市长, 姓名: 周一川}") =>
        $"---\n文种: 命令\n发文机关: 云河市人民政府\n令号: 第12号\n{front}\n成文日期: 2026-12-04\n{Sources.Imprint}\n---\n《云河市机关公文处理办法》已经通过，现予公布。\n";

    public static string Minutes() => Sources.Notice($"发文机关标志: 中共云河市委办公室会议纪要\n出席: [陆明, 韩松, 许沛]\n请假: 林知远\n列席: {LongAttendance}\n{Sources.Imprint}", title: "主任办公会议纪要")
        .Replace("文种: 通知", "文种: 纪要", StringComparison.Ordinal).Replace("\n主送: 各县（区）委办公室，市委各部门办公室", "", StringComparison.Ordinal).Replace("\n成文日期: 2026-12-04", "", StringComparison.Ordinal);

    /// <param name="caption">题注; null where the date alone stands under the title.</param>
    public static string Resolution(string? caption = "2026年12月4日中国共产党云河市第八届委员会第九次全体会议通过") => Sources.Notice($"{(caption is null ? "" : $"题注: {caption}\n")}{Sources.Imprint}", "全体会议听取和讨论了市委常委会工作报告，决定批准这个报告。", "中国共产党云河市第八届委员会第九次全体会议关于市委常委会工作报告的决议", "发文字号: 云委发〔2026〕9号")
        .Replace("文种: 通知", "文种: 决议", StringComparison.Ordinal).Replace("\n主送: 各县（区）委办公室，市委各部门办公室", "", StringComparison.Ordinal);

    public static string Joint(string issuers = "中共云河市委办公室, 云河市人民政府办公室, 云河市财政局, 云河市教育局", string front = "") => Sources.Notice($"{front}\n{Sources.Imprint}")
        .Replace("发文机关: " + Sources.Issuer, $"发文机关: [{issuers}]", StringComparison.Ordinal);
}
