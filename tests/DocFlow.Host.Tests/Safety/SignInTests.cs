using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocFlow.Host.Accounts;

namespace DocFlow.Host.Tests.Safety;

/// <summary>Signing in: by password, by key, by nobody else.</summary>
public sealed partial class SignInTests(SharedHost shared)
{
    [Fact]
    public async Task The_cookie_is_for_this_site_and_out_of_reach_of_scripts()
    {
        using var client = shared.Host.Anyone();

        using var response = await client.PostAsJsonAsync("/api/session", new { login = "tangning", password = DemoAccounts.Password });

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        client.DefaultRequestHeaders.Add("Cookie", cookie[..cookie.IndexOf(';', StringComparison.Ordinal)]);
        Assert.Equal("tangning", (await client.GetFromJsonAsync<JsonElement>("/api/session")).GetProperty("account").GetString());
    }

    [Fact]
    public async Task Unknown_login_wrong_password_and_locked_account_are_answered_alike()
    {
        using var client = shared.Host.Anyone();
        var answers = new List<string>();
        foreach (var (login, password) in new[] { ("nobody-here", "x"), ("shenyan", "wrong"), ("shenyan", "wrong"), ("shenyan", "wrong"), ("shenyan", "wrong"), ("shenyan", "wrong"), ("shenyan", DemoAccounts.Password) })
        {
            using var response = await client.PostAsJsonAsync("/api/session", new { login, password });
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
            answers.Add($"{(int)response.StatusCode} {problem.GetProperty("title").GetString()}");
        }

        // The last one had the right password: five wrong ones before it have locked the account.
        Assert.Equal("401 用户名或密码不正确；连续输错5次将锁定5分钟。", Assert.Single(answers.Distinct()));
    }

    [Theory]
    [InlineData("//evil.example/x", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/register", "/register")]
    public async Task After_signing_in_one_stays_on_this_site(string returnUrl, string expected)
    {
        using var response = await SubmitAsync(new() { ["login"] = "yelan", ["password"] = DemoAccounts.Password, ["returnUrl"] = returnUrl }, withToken: true);

        Assert.Equal((HttpStatusCode.Found, expected), (response.StatusCode, response.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var response = await SubmitAsync(new() { ["login"] = "yelan", ["password"] = DemoAccounts.Password }, withToken: false);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith("docflow=", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nbroken")]
    [InlineData("multipart/form-data", "")]
    [InlineData("application/x-www-form-urlencoded", "%zz=%")]
    [InlineData("application/json", "{}")]
    public async Task A_form_that_cannot_be_read_is_refused(string type, string body)
    {
        using var client = shared.Host.Anyone();
        using var page = await client.GetAsync("/sign-in");
        client.DefaultRequestHeaders.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(value => value[..value.IndexOf(';', StringComparison.Ordinal)]));
        using var content = new StringContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        using var response = await client.PostAsync("/sign-in/submit", content);

        Assert.InRange((int)response.StatusCode, 400, 499);
    }

    [Fact]
    public async Task A_change_sent_by_another_site_is_refused()
    {
        using var client = shared.Host.Anyone();
        client.DefaultRequestHeaders.Add("X-DocFlow-Act-As", "linzhiyuan");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        using var response = await client.PostAsJsonAsync("/api/documents", new { source = Notice.Source });

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("a-wrong-key-of-a-sufficient-length-000000")]
    [InlineData("short")]
    public async Task A_wrong_key_opens_nothing(string key)
    {
        using var client = shared.Host.WithKey(key);

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/system/outbox")).StatusCode);
    }

    [Fact]
    public async Task In_production_the_header_that_plays_a_person_does_nothing_and_there_is_no_clock_to_move()
    {
        await using var host = await OfficeHost.StartAsync(new HostChoice("Production"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.As("linzhiyuan").GetAsync("/api/work/open")).StatusCode);
        using var administrator = host.WithKey();
        administrator.DefaultRequestHeaders.Add("X-DocFlow-Act-As", "linzhiyuan");
        Assert.Equal("api", (await administrator.GetFromJsonAsync<JsonElement>("/api/session")).GetProperty("account").GetString());
        Assert.NotEqual(HttpStatusCode.OK, (await administrator.PostAsJsonAsync("/api/clock", new { now = "2030-01-01T00:00:00+08:00" })).StatusCode);
        Assert.DoesNotContain(await host.Get<Microsoft.AspNetCore.Authentication.IAuthenticationSchemeProvider>().GetAllSchemesAsync(), scheme => scheme.Name == "ActAs");
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/api/work/open")]
    [InlineData("/nowhere")]
    [InlineData("/docflow.css")]
    public async Task Every_answer_carries_the_headers_of_safety(string path)
    {
        using var client = shared.Host.Anyone();

        using var response = await client.GetAsync(path);

        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.Contains("Server"));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        var policy = response.Headers.GetValues("Content-Security-Policy").First();
        foreach (var part in new[] { "default-src 'self'", "script-src 'self';", "frame-ancestors 'self'", "object-src 'none'", "form-action 'self'", "base-uri 'self'" })
            Assert.Contains(part, policy, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SubmitAsync(Dictionary<string, string> fields, bool withToken)
    {
        using var client = shared.Host.Anyone();
        using var page = await client.GetAsync("/sign-in");
        var cookie = page.Headers.GetValues("Set-Cookie").First(value => value.Contains("Antiforgery", StringComparison.Ordinal));
        client.DefaultRequestHeaders.Add("Cookie", cookie[..cookie.IndexOf(';', StringComparison.Ordinal)]);
        if (withToken)
            fields["__RequestVerificationToken"] = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        return await client.PostAsync("/sign-in/submit", new FormUrlEncodedContent(fields));
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
