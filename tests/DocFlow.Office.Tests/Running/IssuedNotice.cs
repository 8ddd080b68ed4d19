using System.Text;
using DocFlow.Office.Desks;
using DocFlow.Office.Distributing;
using DocFlow.Office.Queries;
using DocFlow.Office.Registers;

namespace DocFlow.Office.Tests.Running;

/// <summary>An office with a notice that was sent out on 7 December 2026, as J10 has it, and what is done about it.</summary>
public abstract class IssuedNotice : IAsyncLifetime
{
    private protected const string Right = "| 日期 | 地点 |\n|---|---|\n| 12月7日 | 二号会议室 |";

    private protected OfficeHost Office { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Office = await OfficeHost.StartAsync(new SqliteDatabase());

    public async ValueTask DisposeAsync()
    {
        await Office.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task<string> IssueAsync()
    {
        var drafter = await Office.PersonIdAsync("linzhiyuan");
        var source = Play.Notice.Replace("主送: [", "附件:\n  - 标题: 安排表\n    文件: 安排表.gw.txt\n主送: [", StringComparison.Ordinal);
        var id = await Office.ActAsync<IDocumentDesk, string>(desk => desk.CreateAsync(drafter, new DraftContent
        {
            SourceText = source, Attachments = new Dictionary<string, byte[]> { ["安排表.gw.txt"] = Encoding.UTF8.GetBytes(Right.Replace("二号", "一号", StringComparison.Ordinal)) },
        }));
        await Office.StartAsync(id);
        foreach (var (login, outcome) in new[] { ("hemin", "同意"), ("zhouyifan", "同意"), ("zhengliqun", "同意"), ("luming", "签发"), ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印") })
            await Office.DecideAsync(login, id, outcome);
        Office.Time.SetUtcNow(At(12, 7, 9, 0));
        await Office.DecideAsync("suxiao", id, "印发");
        return id;
    }

    private protected async Task<int> CorrectAsync(string login, string id, int readVersion, string reason, string? annex)
    {
        var person = await Office.PersonIdAsync(login);
        return await Office.ActAsync<IDistributionDesk, int>(desk => desk.CorrectAsync(
            person, id, new CorrectionOrder(readVersion, reason, Annexes: annex is null ? null : new Dictionary<string, string> { ["安排表.gw.txt"] = annex })));
    }

    /// <summary>Corrected by one person and sealed by another.</summary>
    private protected async Task<int> CorrectedAsync(string id, int readVersion, string reason, string annex)
    {
        var version = await CorrectAsync("suxiao", id, readVersion, reason, annex);
        await SealAsync("guchen", id, version);
        return version;
    }

    private protected async Task SealAsync(string login, string id, int version)
    {
        var person = await Office.PersonIdAsync(login);
        await Office.ActAsync<IDistributionDesk>(desk => desk.SealCorrectionAsync(person, id, version));
    }

    private protected async Task ReceiveAsync(string login, string id)
    {
        var person = await Office.PersonIdAsync(login);
        await Office.ActAsync<IDocumentDesk>(desk => desk.ReceiveAsync(person, id));
    }

    private protected async Task<IssueRow> RegisterAsync(string login)
    {
        var person = await Office.PersonIdAsync(login);
        return Assert.Single((await Office.ActAsync<IIssueRegister, Paged<IssueRow>>(register => register.ReadAsync(person, 2026, 0, 10))).Rows);
    }

    private protected static DateTimeOffset At(int month, int day, int hour, int minute) => new(2026, month, day, hour, minute, 0, TimeSpan.FromHours(8));
}
