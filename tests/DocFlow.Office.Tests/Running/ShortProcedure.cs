using System.Collections.Concurrent;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Tests.Running;

/// <summary>The steps of 发文办理 in order, as the engine would walk them.</summary>
internal sealed class ShortProcedure
{
    public sealed record Node(string Id, string StepName, StepKind Kind, string Assignees, int Days = 1, bool OnlyNormative = false, OverdueRule WhenOverdue = OverdueRule.Wait)
    {
        public CompletionRule Completion { get; init; } = CompletionRule.All;

        public int? Percent { get; init; }

        public ReturnRule OnReturn { get; init; }

        public NobodyRule WhenNobody { get; init; }

        public string? EscalateTo { get; init; }

        public string? Escalation { get; init; }

        public int? UrgentDays { get; init; }

        public int? ExtraUrgentDays { get; init; }

        public HumanStepRequest Request(string instanceId, string documentId) => new()
        {
            DocumentId = documentId,
            InstanceId = instanceId,
            NodeId = Id,
            StepName = StepName,
            Kind = Kind,
            Assignees = Assignees,
            WhenNobody = WhenNobody,
            DueWorkingDays = Days,
            UrgentWorkingDays = UrgentDays,
            ExtraUrgentWorkingDays = ExtraUrgentDays,
            RemindWorkingDays = 1,
            WhenOverdue = WhenOverdue,
            EscalateTo = EscalateTo,
            Escalation = Escalation,
            OnlyNormative = OnlyNormative,
            Completion = Completion,
            Percent = Percent,
            OnReturn = OnReturn,
        };
    }

    public List<Node> Nodes { get; } =
    [
        new("Draft1", "拟稿", StepKind.Draft, "拟稿人"),
        new("SectionReview1", "科室审核", StepKind.Review, "本科室/科长"),
        new("OfficeReview1", "办公室核稿", StepKind.Review, "秘书二科/副科长"),
        new("Countersign1", "会签", StepKind.Countersign, "会签单位", 3),
        new("LegalReview1", "合法性审核", StepKind.Review, "法规科/科长", 3, OnlyNormative: true),
        new("DirectorReview1", "主任审核", StepKind.Review, "办公室领导/主任"),
        new("Sign1", "签发", StepKind.Sign, "市委领导/市委副书记"),
        new("Recheck1", "复核", StepKind.Recheck, "机要文印室/文印员"),
        new("Number1", "编号登记", StepKind.Number, "机要文印室/文印员"),
        new("Seal1", "用印", StepKind.Seal, "机要文印室/监印员"),
        new("Distribute1", "印发", StepKind.Distribute, "机要文印室/文印员"),
    ];

    /// <summary>The steps of a second version; null while there is none.</summary>
    public List<Node>? Next { get; set; }

    /// <summary>The instances that run another version than the first.</summary>
    public ConcurrentDictionary<string, int> Versions { get; } = new();

    /// <summary>Each call of the gateway: what the dispatcher delivered.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>How many of the next calls fail.</summary>
    public int FailNext { get; set; }

    /// <summary>The steps that an instance walks, or those of another version.</summary>
    public List<Node> NodesOf(string instanceId, int? version = null) => (version ?? Versions.GetValueOrDefault(instanceId, 1)) == 2 ? Next! : Nodes;

    /// <summary>What follows a step in the same burst.</summary>
    public static Func<IServiceProvider, string, Task>? After(Node node) => node.Kind switch
    {
        StepKind.Draft => (services, id) => Get<IRenderings>(services).ProduceAsync(id, RenderingPurpose.Review),
        StepKind.Number => (services, id) => Get<INumberRegister>(services).AssignAsync(id, "云办发"),
        StepKind.Seal => async (services, id) =>
        {
            await Get<ISealRegister>(services).RecordAsync(id);
            await Get<IRenderings>(services).ProduceAsync(id, RenderingPurpose.Final);
        },
        StepKind.Distribute => async (services, id) =>
        {
            await Get<IDistributions>(services).IssueAsync(id);
            await Get<IArchive>(services).FileAsync(id);
        },
        _ => null,
    };

    private static T Get<T>(IServiceProvider services)
        where T : notnull => (T)services.GetService(typeof(T))!;
}
