using DocFlow.Office.People;
using DocFlow.Office.Time;

namespace DocFlow.Office.DemoOffice;

/// <summary>Who is who in the demo office. All names are invented.</summary>
internal static class DemoOfficePlan
{
    private const string Office = "中共云河市委办公室";
    private const PostDuties Speaks = PostDuties.Head | PostDuties.Countersign | PostDuties.Receive;
    private const PostDuties Receives = PostDuties.Head | PostDuties.Receive;

    public static IReadOnlyList<DemoUnit> Units { get; } =
    [
        new(Office, UnitKind.Office),
        new("市委领导", UnitKind.Leadership),
        new("办公室领导", UnitKind.Leadership, Office),
        new("秘书一科", UnitKind.Section, Office),
        new("秘书二科", UnitKind.Section, Office),
        new("综合科", UnitKind.Section, Office),
        new("督查室", UnitKind.Section, Office),
        new("法规科", UnitKind.Section, Office),
        new("机要文印室", UnitKind.Section, Office),
        new("组织人事科", UnitKind.Section, Office),
        new("市委组织部", UnitKind.Department, RecipientClass: "市委各部门办公室"),
        new("市委宣传部", UnitKind.Department, RecipientClass: "市委各部门办公室"),
        new("市财政局", UnitKind.Department, RecipientClass: "市直各单位办公室"),
        new("市行政审批局", UnitKind.Department, RecipientClass: "市直各单位办公室"),
        new("青禾县委办公室", UnitKind.County, RecipientClass: "各县（区）委办公室"),
        new("松岭县委办公室", UnitKind.County, RecipientClass: "各县（区）委办公室"),
        new("望湖区委办公室", UnitKind.County, RecipientClass: "各县（区）委办公室"),
        new("市人大常委会办公室", UnitKind.Partner),
        new("市政府办公室", UnitKind.Partner),
        new("市政协办公室", UnitKind.Partner),
    ];

    public static IReadOnlyList<DemoPerson> People { get; } =
    [
        new("luming", "陆明", "市委领导", "市委副书记"),
        new("hansong", "韩松", "市委领导", "秘书长"),
        new("zhengliqun", "郑立群", "办公室领导", "主任", PostDuties.Head),
        new("xupei", "许沛", "办公室领导", "副主任"),
        new("xupei", "许沛", "办公室领导", "主任", PostDuties.Head, IsActing: true),
        new("hemin", "何敏", "秘书一科", "科长", PostDuties.Head),
        new("linzhiyuan", "林知远", "秘书一科", "科员"),
        new("zhouyifan", "周亦凡", "秘书二科", "副科长", PostDuties.Head),
        new("luoyu", "罗予", "综合科", "科员"),
        new("tangning", "唐宁", "督查室", "主任", PostDuties.Head),
        new("songzhiwei", "宋知微", "法规科", "科长", PostDuties.Head),
        new("suxiao", "苏晓", "机要文印室", "文印员", PostDuties.Registry),
        new("guchen", "顾晨", "机要文印室", "监印员", PostDuties.Registry | PostDuties.Seals),
        new("dingyi", "丁一", "组织人事科", "科员", PostDuties.Personnel),
        new("baihua", "白桦", "市委组织部", "办公室主任", Speaks),
        new("liangshu", "梁书", "市委宣传部", "办公室主任", Speaks),
        new("shilei", "石磊", "市财政局", "办公室主任", Speaks),
        new("jiangyue", "江月", "市行政审批局", "办公室主任", Speaks),
        new("xiahe", "夏禾", "青禾县委办公室", "收发员", Receives),
        new("cenling", "岑岭", "松岭县委办公室", "收发员", Receives),
        new("shenyan", "沈砚", "望湖区委办公室", "收发员", Receives),
        new("fangzhengyi", "方正一", "市人大常委会办公室", "秘书长", Receives),
        new("yelan", "叶澜", "市政府办公室", "秘书长", Receives),
        new("qinlang", "秦朗", "市政协办公室", "秘书长", Receives),
    ];

    /// <summary>Which post of the leadership is in charge of which unit.</summary>
    public static IReadOnlyList<(string Unit, string LeaderUnit, string LeaderPost)> InCharge { get; } =
    [
        (Office, "市委领导", "秘书长"),
        ("秘书一科", "办公室领导", "副主任"),
        ("秘书二科", "办公室领导", "副主任"),
        ("综合科", "办公室领导", "主任"),
        ("督查室", "办公室领导", "主任"),
    ];

    public static IReadOnlyList<(string OrganCode, int Next)> Counters { get; } = [("云办发", 37), ("云办函", 58), ("云督", 102)];

    public static CalendarSetting Calendar { get; } = new()
    {
        Holidays = [new DateOnly(2027, 1, 1)],
        WorkedWeekends = [new DateOnly(2026, 12, 26)],
    };
}
