using DocFlow.Documents.Model;
using DocFlow.Documents.Source;

namespace DocFlow.Host.Drafting;

/// <summary>The elements that only some kinds of documents have, as the form offers them.</summary>
internal static class SpecialElements
{
    // An ordinary installation has no field for what it refuses.
    private static readonly string[] Classified = ClassifiedSetting.IsAllowed ? [.. Enum.GetValues<DocumentKind>().Select(ChineseNames.Of)] : [];

    private static readonly (string Name, string Help, string[] Kinds)[] All =
    [
        ("密级", "7.2.2　密级和保密期限，如 机密★3年", Classified),
        ("份号", "7.2.1　涉密公文标注，6位数字，如 000017", Classified),
        ("发文机关标志", "10.3　写全，如 中共云河市委办公室会议纪要", ["纪要"]),
        ("签发人", "7.2.6　上行文标注；联合行文按机关次序逐个写，如 陆明，韩松", ["请示", "报告"]),
        ("题注", "惯例　标在标题之下，如 2026年12月15日中国共产党云河市第八届委员会第九次全体会议通过；不填则只标成文日期", ["决议", "公报"]),
        ("令号", "10.2　如 第12号", ["命令"]),
        ("职务", "7.3.5.3　加盖签名章时写签发人职务的全称，如 市长", ["命令", "议案"]),
        ("姓名", "7.3.5.3　签名章上的姓名", ["命令", "议案"]),
        ("出席", "10.3　如 陆明，韩松", ["纪要"]),
        ("请假", "10.3　没有则不填", ["纪要"]),
        ("列席", "10.3　没有则不填", ["纪要"]),
    ];

    /// <summary>Those of the form's kind, and those that are filled in whatever the kind, so that they can be emptied.</summary>
    public static IEnumerable<(string Name, string Help)> Of(DraftForm form) =>
        All.Where(element => element.Kinds.Contains(form.Kind) || (form.Special.TryGetValue(element.Name, out var text) && text.Length > 0))
            .Select(element => (element.Name, element.Help));
}
