using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DocFlow.Host.Sending;
using DocFlow.Office.Notices;
using DocFlow.Office.Sending;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DocFlow.Host.Tests.Sending;

/// <summary>The webhook against a server in this process.</summary>
public sealed class WebhookChannelTests : IAsyncLifetime
{
    private const string Secret = "a-secret-that-only-the-tests-know-0123456789";

    private static readonly OutsideNotice Notice = new(
        "01NOTICE", "shilei", "石磊", null, NoticeKind.Urge, "催办：<b>请办理</b>", ["催办"], "01DOC", new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.FromHours(8)));

    private readonly List<(Dictionary<string, string> Headers, string Body)> _taken = [];
    private WebApplication _server = null!;
    private Func<HttpContext, Task> _answer = _ => Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            _taken.Add((context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()), await reader.ReadToEndAsync()));
            await _answer(context);
        });
        await _server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_request_names_the_notice_and_is_signed_over_time_and_body()
    {
        await Channel().SendAsync(Notice, TestContext.Current.CancellationToken);

        var (headers, body) = Assert.Single(_taken);
        Assert.Equal("01NOTICE", headers["Idempotency-Key"]);
        var signed = Encoding.UTF8.GetBytes($"{headers["X-DocFlow-Timestamp"]}.{body}");
        Assert.Equal($"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed))}", headers["X-DocFlow-Signature"]);
        Assert.True(long.TryParse(headers["X-DocFlow-Timestamp"], NumberStyles.None, CultureInfo.InvariantCulture, out _));
        var sent = JsonDocument.Parse(body).RootElement;
        Assert.Equal("shilei", sent.GetProperty("person").GetProperty("login").GetString());
        Assert.Equal("Urge", sent.GetProperty("kind").GetString());
        Assert.DoesNotContain("<b>", body, StringComparison.Ordinal);
        Assert.Equal("催办：<b>请办理</b>", sent.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.Found)]
    public async Task Any_other_answer_is_a_failure_and_no_redirection_is_followed(HttpStatusCode status)
    {
        _answer = context =>
        {
            context.Response.StatusCode = (int)status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };

        await Assert.ThrowsAsync<HttpRequestException>(() => Channel().SendAsync(Notice, TestContext.Current.CancellationToken));

        Assert.Single(_taken);
    }

    [Theory]
    [InlineData("http://elsewhere.example/", "office.example", Secret, "不在 Webhook:AllowedHosts 中")]
    [InlineData("http://office.example:8080/", "office.example", Secret, "不在 Webhook:AllowedHosts 中")]
    [InlineData("ftp://office.example/", "office.example", Secret, "不是 http 或 https 地址")]
    [InlineData("https://office.example/", "office.example", "short", "至少32个字符")]
    public void A_target_that_isnt_listed_or_signed_keeps_the_host_from_starting(string url, string allowed, string secret, string says)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Webhook:Url"] = url, ["Webhook:AllowedHosts:0"] = allowed, ["Webhook:Secret"] = secret }).Build();

        var refused = Assert.Throws<Composition.StartRefusedException>(() => new ServiceCollection().AddNoticeSending(configuration));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    private WebhookChannel Channel()
    {
        var url = new Uri(_server.Urls.First());
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(System.Text.Encodings.Web.HtmlEncoder.Default);
        services.AddNoticeSending(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Webhook:Url"] = $"{url}hook", ["Webhook:AllowedHosts:0"] = url.Authority, ["Webhook:Secret"] = Secret,
        }).Build());
        return services.BuildServiceProvider().GetServices<INoticeChannel>().OfType<WebhookChannel>().Single();
    }
}
