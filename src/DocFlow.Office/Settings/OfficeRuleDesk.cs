using System.Globalization;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Events;

namespace DocFlow.Office.Settings;

/// <inheritdoc />
internal sealed class OfficeRuleDesk(IOfficeData data, OfficeSettings settings, FreshRows rows, EventLog events) : IOfficeRuleDesk
{
    private const int MostReceiptDays = 30;

    public async Task<OfficeRules> ReadAsync(CancellationToken cancellationToken = default) => new(
        (await settings.ReadAsync<RecountersignSetting>(RecountersignSetting.Key, cancellationToken))?.IsRequired ?? false,
        (await settings.ReadAsync<DigestSetting>(DigestSetting.Key, cancellationToken) ?? DigestSetting.Usual).Hour)
    {
        ReceiptWorkingDays = (await settings.ReadAsync<ReceiptSetting>(ReceiptSetting.Key, cancellationToken) ?? ReceiptSetting.Usual).WorkingDays,
    };

    public Task ChangeAsync(string account, OfficeRules rules, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        if (rules.DigestHour is < 0 or > 23)
            throw RefusalException.Invalid("每日汇总的时间须为0至23点。");
        if (rules.ReceiptWorkingDays is < 0 or > MostReceiptDays)
            throw RefusalException.Invalid($"签收期限须为0至{MostReceiptDays}个工作日，0为不催。");
        var before = await ReadAsync(cancellationToken);
        if (before == rules)
            return;
        await settings.WriteAsync(RecountersignSetting.Key, new RecountersignSetting(rules.IsRecountersignRequired), cancellationToken);
        await settings.WriteAsync(DigestSetting.Key, new DigestSetting(rules.DigestHour), cancellationToken);
        await settings.WriteAsync(ReceiptSetting.Key, new ReceiptSetting(rules.ReceiptWorkingDays), cancellationToken);
        events.Add(new ActRecord("办理规则") { Account = account, Detail = new Dictionary<string, string> { ["原"] = Say(before), ["现"] = Say(rules) } });
        await data.SaveChangesAsync(cancellationToken);
    });

    private static string Say(OfficeRules rules) =>
        string.Create(CultureInfo.InvariantCulture, $"直送件正文有改动{(rules.IsRecountersignRequired ? "须" : "不须")}重新会签；每日汇总{rules.DigestHour}点发出；签收期限{rules.ReceiptWorkingDays}个工作日");
}
