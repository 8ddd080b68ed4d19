using DocFlow.Office.People;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>Participants of a step without expressions, and what happens when nobody is found.</summary>
public sealed class ParticipantTests : IAsyncLifetime
{
    private const string Report = """
        ---
        文种: 报告
        发文机关: 中共云河市委办公室
        标题: 中共云河市委办公室关于年度会议计划的报告
        签发人: [韩松]
        主送: [云岭省委办公厅]
        ---
        现将年度会议计划有关情况报告如下。
        """;

    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task The_leader_in_charge_is_the_post_in_charge_of_the_drafters_unit()
    {
        // The demo office puts 办公室领导/副主任 in charge of 秘书一科.
        Assert.Equal("试步/许沛（办公室领导副主任）", await FirstAsync("分管领导"));
    }

    [Fact]
    public async Task A_unit_without_a_leader_of_its_own_has_that_of_the_unit_above()
    {
        await SetLeaderAsync("秘书一科", null);

        Assert.Equal("试步/韩松（市委领导秘书长）", await FirstAsync("分管领导"));
    }

    [Fact]
    public async Task With_no_leader_in_charge_the_step_passes_and_the_trace_says_why()
    {
        await SetLeaderAsync("秘书一科", null);
        await SetLeaderAsync("中共云河市委办公室", null);

        Assert.Equal("科室审核/何敏（秘书一科科长）", await FirstAsync("分管领导"));
        Assert.Equal("未登记分管领导或其岗位无人任职，按规定通过", await SkippedAsync());
    }

    [Theory]
    [InlineData("印发机关: 市财政局", "字段:印发机关", "试步/石磊（市财政局办公室主任）")]
    [InlineData("印发机关: 秘书二科", "字段:印发机关", "试步/周亦凡（秘书二科副科长）")]
    public async Task An_element_of_the_document_names_persons_and_units(string element, string reference, string expected) =>
        Assert.Equal(expected, await FirstAsync(reference, Play.Notice.Replace("抄送:", $"{element}\n抄送:", StringComparison.Ordinal)));

    [Theory]
    [InlineData("字段:签发人")]
    [InlineData("字段：签发人")]
    public async Task A_person_whom_an_element_names_is_that_person(string reference) => Assert.Equal("试步/韩松（韩松（签发人））", await FirstAsync(reference, Report));

    [Fact]
    public async Task A_class_of_recipients_means_each_of_its_units_and_what_the_office_doesnt_know_nobody()
    {
        // 各县（区）委办公室, and 云河军分区办公室 that isn't in the system.
        var source = Play.Notice.Replace("主送: [各县（区）委办公室, ", "主送: [", StringComparison.Ordinal)
            .Replace("抄送: [市人大常委会办公室, 市政府办公室, 市政协办公室, 云河军分区办公室]", "抄送: [各县（区）委办公室, 云河军分区办公室]", StringComparison.Ordinal);

        Assert.Equal(
            "试步/夏禾（青禾县委办公室收发员） 试步/岑岭（松岭县委办公室收发员） 试步/沈砚（望湖区委办公室收发员）", await FirstAsync("字段:抄送", source));
    }

    [Fact]
    public async Task An_element_that_names_nobody_of_the_system_passes_and_says_so()
    {
        Assert.Equal("科室审核/何敏（秘书一科科长）", await FirstAsync("字段:签发人"));
        Assert.Equal("公文的“签发人”没有写明本系统内的人员或单位，按规定通过", await SkippedAsync());
    }

    [Fact]
    public async Task Of_two_people_with_the_name_that_an_element_gives_none_is_guessed()
    {
        await _office.ActAsync<IOfficeData>(async data =>
        {
            data.People.Add(new Person { Id = OfficeId.New(OfficeHost.Thursday), Login = "hansong2", Name = "韩松", Order = 99 });
            await data.SaveChangesAsync();
        });

        var refusal = await RefusedAsync("字段:签发人", Report);

        Assert.Contains("2位同名人员", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_element_that_isnt_one_and_a_section_that_isnt_one_are_mistakes_of_the_procedure()
    {
        Assert.Contains("字段“正文”不能作为办理人", await RefusedAsync("字段:正文"), StringComparison.Ordinal);
        Assert.Contains("科室“秘书九科”不存在", await RefusedAsync("科室:秘书九科"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("科室:秘书二科", "试步/周亦凡（秘书二科副科长）")]
    [InlineData("本科室", "试步/何敏（秘书一科科长）")]
    [InlineData("科室:综合科", "试步/罗予（综合科科员）")]
    [InlineData("科室:机要文印室", "试步/苏晓（机要文印室文印员） 试步/顾晨（机要文印室监印员）")]
    public async Task A_section_means_its_head_and_while_it_has_none_everybody_in_it(string reference, string expected) =>
        Assert.Equal(expected, await FirstAsync(reference));

    [Fact]
    public async Task A_section_without_anybody_passes_and_says_so()
    {
        await EndAsync("luoyu");

        Assert.Equal("科室审核/何敏（秘书一科科长）", await FirstAsync("科室:综合科"));
        Assert.Equal("“综合科”无人任职，按规定通过", await SkippedAsync());
    }

    [Fact]
    public async Task A_person_is_a_person_and_several_words_are_joined_each_person_once() =>
        Assert.Equal("试步/丁一（丁一） 试步/何敏（秘书一科科长）", await FirstAsync("person:dingyi，本科室，拟稿人的上级"));

    [Fact]
    public async Task Nobody_found_never_passes_a_signature()
    {
        await SetLeaderAsync("秘书一科", null);
        await SetLeaderAsync("中共云河市委办公室", null);

        Assert.Contains("无人任职，而这一环节不能略过", await RefusedAsync("分管领导", kind: StepKind.Sign), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_found_stops_the_step_where_the_designer_says_so()
    {
        await EndAsync("luoyu");

        Assert.Contains("无人任职，而这一环节不能略过", await RefusedAsync("科室:综合科", nobody: NobodyRule.Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_found_gives_the_step_to_the_superior_where_the_designer_says_so_and_names_why()
    {
        await EndAsync("luoyu");

        Assert.Equal("试步/何敏（秘书一科科长（原岗位无人，交上级））", await FirstAsync("科室:综合科", nobody: NobodyRule.Superior));
    }

    [Fact]
    public async Task Without_a_superior_it_stops()
    {
        foreach (var login in new[] { "luoyu", "hemin", "zhengliqun", "xupei" })
            await EndAsync(login);

        Assert.Contains("无人任职", await RefusedAsync("科室:综合科", nobody: NobodyRule.Superior), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StepKind.Sign)]
    [InlineData(StepKind.Seal)]
    public async Task A_signature_and_a_seal_are_neither_passed_nor_given_to_the_superior(StepKind kind)
    {
        await EndAsync("luoyu");

        foreach (var rule in Enum.GetValues<NobodyRule>())
            Assert.Contains("不能略过", await RefusedAsync("科室:综合科", kind: kind, nobody: rule), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_holds_two_posts_gets_the_work_of_each_and_one_seat_where_both_are_asked()
    {
        // 兼职: 何敏 also heads 综合科.
        await _office.ActAsync<IOfficeData>(async data =>
        {
            var unit = await data.Units.SingleAsync(row => row.Name == "综合科");
            var post = new Post { Id = OfficeId.New(OfficeHost.Thursday), UnitId = unit.Id, Name = "科长", Duties = PostDuties.Head, Order = 99 };
            data.Posts.Add(post);
            data.Appointments.Add(new Appointment { Id = OfficeId.New(OfficeHost.Thursday), PersonId = (await data.People.SingleAsync(row => row.Login == "hemin")).Id, PostId = post.Id, From = OfficeHost.Thursday });
            await data.SaveChangesAsync();
        });

        Assert.Equal("试步/何敏（综合科科长）", await FirstAsync("综合科/科长"));
        await _office.DecideAsync("hemin", _id!, "同意");
        Assert.Equal("科室审核/何敏", await _office.WaitingAsync(_id!));
        Assert.Equal("试步/何敏（秘书一科科长）", await FirstAsync("本科室/科长，综合科/科长"));
    }

    private string? _id;

    // The first step after the draft is asked of the words.
    private async Task<string> FirstAsync(string reference, string? source = null, NobodyRule nobody = NobodyRule.Pass)
    {
        _office.Procedure.Nodes.RemoveAll(node => node.Id == "Try1");
        _office.Procedure.Nodes.Insert(1, new("Try1", "试步", StepKind.Review, reference) { WhenNobody = nobody });
        _id = await _office.DraftAsync(source ?? Play.Notice);
        await _office.StartAsync(_id);
        var seats = await _office.ActAsync<IOfficeData, List<string>>(data => data.Seats.Where(seat => seat.WorkItem!.DocumentId == _id).OrderBy(seat => seat.Order)
            .Select(seat => $"{seat.WorkItem!.StepName}/{seat.Person!.Name}（{seat.PostShown}）").ToListAsync());
        return string.Join(' ', seats);
    }

    private async Task<string?> SkippedAsync() => (await _office.ReadAsync("linzhiyuan", _id!)).Trace.Single(row => row.Act == "略过").Opinion;

    private async Task<string> RefusedAsync(string reference, string? source = null, StepKind kind = StepKind.Review, NobodyRule nobody = NobodyRule.Pass)
    {
        var id = await _office.DraftAsync(source ?? Play.Notice);
        var request = new HumanStepRequest { DocumentId = id, InstanceId = OfficeId.New(OfficeHost.Thursday), NodeId = "Try1", StepName = "试步", Kind = kind, Assignees = reference, WhenNobody = nobody };
        return (await Play.RefusedAsync(Refusal.Invalid, () => _office.BurstAsync<IHumanSteps, HumanStepEntry>(steps => steps.EnterAsync(request)))).Message;
    }

    private Task SetLeaderAsync(string unit, string? postId) => _office.ActAsync<IOfficeData>(async data =>
    {
        (await data.Units.SingleAsync(row => row.Name == unit)).LeaderPostId = postId;
        await data.SaveChangesAsync();
    });

    private async Task EndAsync(string login)
    {
        var person = await _office.PersonIdAsync(login);
        await _office.ActAsync<IOfficeData>(async data =>
        {
            foreach (var appointment in await data.Appointments.Where(row => row.PersonId == person).ToListAsync())
                appointment.To = OfficeHost.Thursday;
            await data.SaveChangesAsync();
        });
    }
}
