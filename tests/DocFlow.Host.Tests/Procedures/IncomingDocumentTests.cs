using System.Text.Json;
using UglyToad.PdfPig;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>收文办理 from the registry's form to the archive.</summary>
public sealed class IncomingDocumentTests : IAsyncLifetime
{
    private const string Id = "incoming-document";

    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-08T09:00:00+08:00" }));
        await Procedure.BringAsync(_host, Id);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Trait("Journey", "J11")]
    [Trait("Procedure", Id)]
    public async Task An_incoming_document_is_registered_instructed_handled_answered_and_archived()
    {
        var section = await Procedure.UnitAsync(_host, "综合科");
        var readers = new List<string>();
        foreach (var name in new[] { "何敏", "林知远", "周亦凡", "罗予", "唐宁", "宋知微", "顾晨", "丁一" })
            readers.Add(await Procedure.PersonAsync(_host, name));
        var matter = await Procedure.StartAsync(_host, "suxiao", Id, new
        {
            title = "关于报送年度会议计划的通知", sender = "云岭省委办公厅", senderNumber = "云岭办〔2026〕80号", receivedOn = "2026-12-08", urgency = "平急", replyDays = "7", copies = "2",
        });
        await Procedure.DecideAsync(_host, "guchen", matter, "通过");
        await Procedure.DecideAsync(_host, "zhengliqun", matter, "送批示", new { handlers = section, readers = string.Join(',', readers) }, "请陆明同志批示。");
        await Procedure.DecideAsync(_host, "luming", matter, "批示", opinion: "请综合科牵头，督查室跟进。",
            handwriting: new { strokes = new[] { new { points = new[] { new { x = 100, y = 100 }, new { x = 900, y = 300 } } } } });

        var seat = await _host.WaitForSeatAsync("luoyu", matter);
        Assert.Equal(DateTimeOffset.Parse("2026-12-17T17:30:00+08:00", System.Globalization.CultureInfo.InvariantCulture), seat.GetProperty("dueAt").GetDateTimeOffset());
        Assert.True(seat.GetProperty("now").GetProperty("isCirculating").GetBoolean());
        var toRead = await _host.ReadAsync("hemin", "/api/circulations");
        Assert.Contains(toRead.GetProperty("rows").EnumerateArray(), row => row.GetProperty("documentId").GetString() == matter);

        await Procedure.DecideAsync(_host, "luoyu", matter, "办结并答复", new { result = "会议计划已报送。" });
        await Procedure.DecideAsync(_host, "luoyu", matter, "已答复", new { replyNumber = "云办函〔2026〕58号" });
        await Procedure.DecideAsync(_host, "suxiao", matter, "归档");

        var dossier = await _host.ReadAsync("suxiao", $"/api/documents/{matter}");
        Assert.Equal("Archived", dossier.GetProperty("state").GetString());
        Assert.Contains(dossier.GetProperty("trace").EnumerateArray(), row => row.GetProperty("act").GetString() == "归档"
            && row.GetProperty("opinion").ValueKind == JsonValueKind.String && row.GetProperty("opinion").GetString()!.Contains("归档时仍在传阅，未阅：", StringComparison.Ordinal));
        var line = await Procedure.RowAsync(_host, "suxiao", Id, matter);
        Assert.Equal(
            ("云收〔2026〕1号", "2026-12-08", "云岭省委办公厅", "平急", "请综合科牵头，督查室跟进。", "综合科", "2026-12-17", "办结", "云办函〔2026〕58号"),
            (line["收文编号"], line["收文日期"], line["来文单位"], line["紧急程度"], line["批示"], line["承办单位"], line["办理期限"], line["状态"], line["答复文号"]));

        var form = PdfDocument.Open(await _host.As("suxiao").GetByteArrayAsync($"/api/documents/{matter}/papers/form")).GetPages().ToList();
        // What the leader wrote by hand stands on the form.
        Assert.Single(form.SelectMany(page => page.GetImages()));
        var text = string.Concat(form.SelectMany(page => page.Letters).Select(letter => letter.Value));
        foreach (var words in new[] { "收文处理单", "云岭省委办公厅", "请陆明同志批示。", "请综合科牵头，督查室跟进。", "会议计划已报送。" })
            Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Procedure", Id)]
    public async Task The_urgency_sets_the_due_date()
    {
        // Saturday 12-26 is worked.
        foreach (var (urgency, due) in new[] { ("特提", "2026-12-09"), ("特急", "2026-12-10"), ("加急", "2026-12-14"), ("平急", "2026-12-17"), ("平件", "2026-12-28") })
        {
            var matter = await Procedure.StartAsync(_host, "suxiao", Id, new { title = "通知", sender = "省委办公厅", receivedOn = "2026-12-08", urgency });

            Assert.Equal(due, (await Procedure.RowAsync(_host, "suxiao", Id, matter))["办理期限"]);
        }
    }
}
