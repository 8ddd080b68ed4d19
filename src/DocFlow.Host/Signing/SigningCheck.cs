using DocFlow.Office.Time;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DocFlow.Host.Signing;

/// <summary>How long the office can still sign.</summary>
internal sealed class SigningCheck(OfficeSigner signer, OfficeClock clock) : IHealthCheck
{
    private const int DaysAhead = 30;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (signer.Own?.Certificates[0] is not { } certificate)
            return Task.FromResult(HealthCheckResult.Healthy("未设电子签名证书：试用单位用测试证书签名，其他单位用印后的 PDF 不带电子签名。"));
        var says = FormattableString.Invariant($"电子签名证书“{certificate.Name}”，有效期至{certificate.ValidUntil:yyyy-MM-dd}。");
        return Task.FromResult(clock.Now.AddDays(DaysAhead) > certificate.ValidUntil ? HealthCheckResult.Degraded(says + "请及时更换。") : HealthCheckResult.Healthy(says));
    }
}
