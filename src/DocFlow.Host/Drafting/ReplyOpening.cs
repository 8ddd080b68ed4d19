using DocFlow.Documents.Source;
using DocFlow.Office.Citations;

namespace DocFlow.Host.Drafting;

/// <summary>What an answer (批复、复函 …) begins with, from the register: whom it goes to, its title, and the citation of what it answers.</summary>
internal static class ReplyOpening
{
    private const string Reply = "批复";
    private const string Letter = "函";
    private const string About = "关于";

    // The longest first.
    private static readonly (string End, string You)[] Forms =
        [("办公室", "你办"), ("办公厅", "你厅"), ("政府", "你府"), ("委员会", "你委"), ("党委", "你委"), ("县委", "你县委"), ("区委", "你区委"), ("市委", "你市委"), ("委", "你委"), ("厅", "你厅"), ("局", "你局")];

    private static readonly string[] Kinds = ["请示", "报告", "通知", "函", "意见"];

    public static void Put(DraftForm form, OriginCitation citation)
    {
        form.Recipients = citation.Sender;
        form.Title = $"{form.Issuers}{About}{SubjectOf(citation.Title)}的{(form.Kind == Letter ? "复函" : form.Kind)}";
        var cited = $"{YouOf(citation.Sender)}《{citation.Title}》{(citation.Number is { } number ? $"（{number}）" : "")}收悉。";
        form.Body = form.Kind switch
        {
            Reply => $"{cited}经研究，现批复如下。\n\n此复。",
            Letter => $"{cited}经研究，现函复如下。\n\n特此函复。",
            _ => cited,
        };
    }

    internal static string YouOf(string sender) => Forms.FirstOrDefault(form => sender.EndsWith(form.End, StringComparison.Ordinal)).You ?? "你单位";

    // 青禾县委办公室关于调整值班安排的请示 → 调整值班安排
    private static string SubjectOf(string title)
    {
        var subject = title.IndexOf(About, StringComparison.Ordinal) is >= 0 and var start ? title[(start + About.Length)..] : title;
        return Kinds.Select(kind => $"的{kind}").FirstOrDefault(end => subject.EndsWith(end, StringComparison.Ordinal)) is { } ending ? subject[..^ending.Length] : subject;
    }
}
