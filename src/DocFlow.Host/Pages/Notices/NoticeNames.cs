using DocFlow.Office.Notices;

namespace DocFlow.Host.Pages.Notices;

/// <summary>The kinds of notices, in words.</summary>
internal static class NoticeNames
{
    public static string Of(NoticeKind kind) => kind switch
    {
        NoticeKind.Work => "待办",
        NoticeKind.Reminder => "提醒",
        NoticeKind.Overdue => "逾期",
        NoticeKind.Urge => "催办",
        NoticeKind.Return => "退回",
        NoticeKind.SignatureVoid => "签发失效",
        NoticeKind.Circulation => "传阅",
        NoticeKind.Followed => "关注",
        NoticeKind.System => "系统",
        NoticeKind.Meaning => "含义改动",
        NoticeKind.Issued => "印发更正",
        NoticeKind.Reply => "复函",
        _ => "转办交接",
    };
}
