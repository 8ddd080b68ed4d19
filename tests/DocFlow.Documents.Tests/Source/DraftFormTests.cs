using DocFlow.Documents.Model;
using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Source;

public sealed class DraftFormTests
{
    private const string Source = """
        ---
        文种: 通知
        发文机关: [中共云河市委办公室, 云河市人民政府办公室]
        发文字号: 云办发〔2026〕37号
        标题: "关于“一、二”：试写的通知"
        主送: [各县（区）委办公室, 市委各部门办公室]
        附件:
          - 标题: 安排表
            方向: 横
            正文: |
              | 日期 | 内容 |
              |---|---|
              | 12月7日 | 调研 |
          - 标题: 名单
            文件: contacts.gw.txt
        成文日期: 2026-12-04
        用印: 无
        附注: 此件公开发布
        抄送: 市政府办公室
        印发机关: 中共云河市委办公室
        ---
        第一段。

        一、标题
        """;

    [Fact]
    public void Each_element_stands_in_its_field()
    {
        var form = DraftForm.Read(Source, out var problem)!;

        Assert.Null(problem);
        Assert.Equal("通知", form.Kind);
        Assert.Equal("中共云河市委办公室，云河市人民政府办公室", form.Issuers);
        Assert.Equal("各县（区）委办公室，市委各部门办公室", form.Recipients);
        Assert.Equal("关于“一、二”：试写的通知", form.Title);
        Assert.Equal("无", form.Sealing);
        Assert.Equal("2026-12-04", form.Date);
        Assert.Equal("第一段。\n\n一、标题", form.Body);
        Assert.Equal(["安排表", "名单"], form.Annexes.Select(annex => annex.Title));
        Assert.True(form.Annexes[0].IsLandscape);
        Assert.Equal("| 日期 | 内容 |\n|---|---|\n| 12月7日 | 调研 |", form.Annexes[0].Body);
        Assert.Equal("contacts.gw.txt", form.Annexes[1].File);
    }

    [Fact]
    public void Writing_it_back_gives_the_same_document()
    {
        var options = new SourceReadOptions { ReadSibling = _ => "张三" };
        var before = DocumentSource.Read(Source, options).Document!;

        var written = DraftForm.Read(Source, out _)!.Write();
        var after = DocumentSource.Read(written, options).Document!;

        Assert.Equal(before.Issuers, after.Issuers);
        Assert.Equal(before.Recipients.ToString(), after.Recipients.ToString());
        Assert.Equal(
            before with { Issuers = [], Recipients = NameList.Empty, Copies = NameList.Empty, Signatories = [], Body = [], Annexes = [], Signers = [], MarkNames = [], Signatures = [] },
            after with { Issuers = [], Recipients = NameList.Empty, Copies = NameList.Empty, Signatories = [], Body = [], Annexes = [], Signers = [], MarkNames = [], Signatures = [] });
        Assert.Equal(before.Body.Count, after.Body.Count);
        Assert.Equal(before.Annexes.Select(annex => (annex.Title, annex.IsLandscape, annex.Body.Count)), after.Annexes.Select(annex => (annex.Title, annex.IsLandscape, annex.Body.Count)));
        Assert.Equal(written, DraftForm.Read(written, out _)!.Write());
    }

    [Theory]
    [InlineData("请示", "签发人: [陆明, 韩松]", "签发人", "陆明，韩松")]
    [InlineData("纪要", "发文机关标志: 主任办公会议纪要\n出席: [陆明, 韩松]", "出席", "陆明，韩松")]
    [InlineData("命令", "令号: 第12号\n用印: 签名章\n签名: {职务: 市长, 姓名: 周一川}", "职务", "市长")]
    public void Elements_of_some_kinds_have_fields_and_come_back(string kind, string front, string element, string text)
    {
        var source = Sources.Notice(front).Replace("文种: 通知", "文种: " + kind, StringComparison.Ordinal);
        var form = DraftForm.Read(source, out _)!;
        Assert.Equal(text, form.Special[element]);
        var (before, after) = (DocumentSource.Read(source).Document!, DocumentSource.Read(form.Write()).Document!);
        Assert.Equal((before.Mark, before.OrderNumber, before.Present.Text, before.Sealing), (after.Mark, after.OrderNumber, after.Present.Text, after.Sealing));
        Assert.Equal(before.Signers, after.Signers);
        Assert.Equal(before.Signatures, after.Signatures);
    }

    [Fact]
    public void A_blank_of_a_form_keeps_kind_format_organs_and_mark_only()
    {
        var blank = DraftForm.Read(SpecialSources.Minutes().Replace("文种: 纪要", "文种: 纪要\n格式: 纪要", StringComparison.Ordinal), out _)!.Blank();
        Assert.Equal(("纪要", Sources.Issuer, "中共云河市委办公室会议纪要", ""), (blank.Kind, blank.Issuers, blank.Special["发文机关标志"], blank.Title));
        Assert.Contains("格式", blank.Write(), StringComparison.Ordinal);
        Assert.DoesNotContain("出席", blank.Write(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("标题: x\n发文机关: 恶意")]
    [InlineData("---\n文种: 决定")]
    [InlineData("\"}, {key: *a")]
    [InlineData("反斜线 \\ 引号 \" 井号 # 冒号: 值")]
    public void A_value_never_becomes_an_element(string hostile)
    {
        var form = new DraftForm { Kind = "通知", Issuers = "甲", Title = hostile, Body = "正文。" };

        var back = DraftForm.Read(form.Write(), out var problem)!;

        Assert.Null(problem);
        Assert.Equal(hostile, back.Title);
        Assert.Equal("甲", back.Issuers);
        Assert.Equal("通知", back.Kind);
    }

    [Fact]
    public void An_incomplete_draft_keeps_what_there_is()
    {
        var form = DraftForm.Read("---\n文种: 没有的\n成文日期: 2026-02-30\n别的: [1, 2]\n附件:\n  - 标题: 表\n    颜色: 红\n---\n", out _)!;

        Assert.Equal("没有的", form.Kind);
        Assert.Equal("2026-02-30", form.Date);
        Assert.Contains("别的", form.Write(), StringComparison.Ordinal);
        Assert.Contains("颜色", form.Write(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("没有文头")]
    [InlineData("---\n标题: [未闭合\n---\n正文")]
    public void A_source_without_readable_front_matter_has_no_form_and_says_why(string source)
    {
        Assert.Null(DraftForm.Read(source, out var problem));
        Assert.NotNull(problem);
    }
}
