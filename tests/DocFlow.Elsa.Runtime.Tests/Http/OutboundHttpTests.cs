using System.Net;
using System.Text;
using DocFlow.Elsa.Runtime.Http;
using Microsoft.Extensions.Time.Testing;

namespace DocFlow.Elsa.Runtime.Tests.Http;

/// <summary>Workflows call only what an administrator named, and only where it really is.</summary>
public sealed class OutboundHttpTests
{
    [Fact]
    public async Task A_named_host_is_called()
    {
        await using var other = new OtherSystem("HTTP/1.1 201 Created\r\nContent-Type: text/plain; charset=utf-8\r\nX-A: b\r\nContent-Length: 6\r\n\r\n已收");
        using var http = Http(new HttpTargets { PrivateHosts = [$"127.0.0.1:{other.Port}"] });

        var result = await http.SendAsync(
            new OutboundRequest(new Uri($"http://127.0.0.1:{other.Port}/x?y=1"), "POST") { Body = "hi"u8.ToArray(), ContentType = "text/plain", Authorization = "Bearer t", Headers = new Dictionary<string, string[]> { ["X-From"] = ["oa"] } },
            CancellationToken.None);

        var answer = Assert.IsType<OutboundResult.Answered>(result);
        Assert.Equal((201, "text/plain; charset=utf-8", "已收", "b"), (answer.StatusCode, answer.ContentType, Encoding.UTF8.GetString(answer.Body.Span), answer.Headers["X-A"][0]));
        var heard = await other.Heard.Task;
        Assert.StartsWith("POST /x?y=1 HTTP/1.1", heard, StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer t", heard, StringComparison.Ordinal);
        Assert.Contains("X-From: oa", heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://other.example.cn/")]
    [InlineData("http://api.example.cn.evil.test/")]
    [InlineData("http://api.example.cn:8080/")]
    [InlineData("http://127.0.0.1/")]
    public Task A_host_that_nobody_named_is_refused(string url) => RefusesAsync(new HttpTargets { Hosts = ["api.example.cn"] }, url, "93.184.215.14", "流程不能访问");

    [Theory]
    [InlineData("ftp://api.example.cn/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user:pass@api.example.cn/")]
    public Task What_is_no_plain_web_address_is_refused(string url) => RefusesAsync(new HttpTargets { Hosts = ["api.example.cn"] }, url, "93.184.215.14", "不能使用");

    [Fact]
    public Task Nothing_may_be_called_unless_somebody_said_so() => RefusesAsync(new HttpTargets(), "https://api.example.cn/", "93.184.215.14", "流程不能访问");

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.100.100.200")]
    [InlineData("::1")]
    [InlineData("fd12::1")]
    [InlineData("fe80::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("0.0.0.0")]
    public Task A_name_that_leads_into_the_inner_network_is_refused(string address) => RefusesAsync(new HttpTargets { Hosts = ["api.example.cn"] }, "http://api.example.cn/", address, "内部网络");

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("fd00:ec2::254")]
    public Task Metadata_services_are_refused_even_to_inner_hosts(string address) => RefusesAsync(new HttpTargets { PrivateHosts = ["api.example.cn"] }, "http://api.example.cn/", address, "内部网络");

    // The name was harmless a moment ago: what counts is the address that the connection is made to.
    [Fact]
    public async Task A_name_that_changes_its_address_is_refused()
    {
        await using var other = new OtherSystem("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        var asked = 0;
        using var http = new OutboundHttp(new HttpTargets { Hosts = [$"api.example.cn:{other.Port}"] }, TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([asked++ == 0 ? IPAddress.Parse("127.0.0.1") : IPAddress.Parse("93.184.215.14")]));

        await Assert.ThrowsAsync<OutboundRefusedException>(() => http.SendAsync(new OutboundRequest(new Uri($"http://api.example.cn:{other.Port}/"), "GET"), CancellationToken.None));

        Assert.Equal((1, 0), (asked, other.Connections));
    }

    [Fact]
    public async Task An_inner_host_that_is_named_as_such_is_called_by_its_address()
    {
        await using var other = new OtherSystem("HTTP/1.1 204 No Content\r\n\r\n");
        using var http = Http(new HttpTargets { PrivateHosts = [$"oa.inner:{other.Port}"] }, "127.0.0.1");

        Assert.Equal(204, Assert.IsType<OutboundResult.Answered>(await http.SendAsync(new OutboundRequest(new Uri($"http://oa.inner:{other.Port}/"), "GET"), CancellationToken.None)).StatusCode);
    }

    [Fact]
    public async Task A_redirect_is_an_answer_and_not_followed()
    {
        await using var other = new OtherSystem("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/secret\r\nContent-Length: 0\r\n\r\n");
        using var http = Http(new HttpTargets { PrivateHosts = [$"127.0.0.1:{other.Port}"] });

        var answer = Assert.IsType<OutboundResult.Answered>(await http.SendAsync(new OutboundRequest(new Uri($"http://127.0.0.1:{other.Port}/"), "GET"), CancellationToken.None));

        Assert.Equal((302, 1), (answer.StatusCode, other.Connections));
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_not_read_to_its_end()
    {
        await using var other = new OtherSystem($"HTTP/1.1 200 OK\r\nContent-Length: 3000\r\n\r\n{new string('x', 3000)}");
        using var http = Http(new HttpTargets { PrivateHosts = [$"127.0.0.1:{other.Port}"], MostBytes = 2048 });

        var refused = await Assert.ThrowsAsync<OutboundRefusedException>(() => http.SendAsync(new OutboundRequest(new Uri($"http://127.0.0.1:{other.Port}/"), "GET"), CancellationToken.None));

        Assert.Contains("超过2 KB", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_answer_in_time_has_timed_out()
    {
        await using var other = new OtherSystem(null);
        var time = new FakeTimeProvider();
        using var http = new OutboundHttp(new HttpTargets { PrivateHosts = [$"127.0.0.1:{other.Port}"], Timeout = TimeSpan.FromSeconds(10) }, time, Resolved("127.0.0.1"));

        var sending = http.SendAsync(new OutboundRequest(new Uri($"http://127.0.0.1:{other.Port}/"), "GET"), CancellationToken.None);
        await other.Heard.Task;
        time.Advance(TimeSpan.FromSeconds(11));

        Assert.IsType<OutboundResult.TimedOut>(await sending);
    }

    [Fact]
    public async Task Where_nobody_listens_there_is_no_connection()
    {
        int port;
        await using (var gone = new OtherSystem(null))
            port = gone.Port;
        using var http = Http(new HttpTargets { PrivateHosts = [$"127.0.0.1:{port}"] });

        Assert.IsType<OutboundResult.NotConnected>(await http.SendAsync(new OutboundRequest(new Uri($"http://127.0.0.1:{port}/"), "GET"), CancellationToken.None));
    }

    [Theory]
    [InlineData("Host")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Proxy-Authorization")]
    public async Task Headers_that_change_the_message_are_refused(string name)
    {
        using var http = Http(new HttpTargets { Hosts = ["api.example.cn"] });

        var refused = await Assert.ThrowsAsync<OutboundRefusedException>(() => http.SendAsync(new OutboundRequest(new Uri("https://api.example.cn/"), "GET") { Headers = new Dictionary<string, string[]> { [name] = ["x"] } }, CancellationToken.None));

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    private static async Task RefusesAsync(HttpTargets targets, string url, string address, string reason)
    {
        using var http = Http(targets, address);

        var refused = await Assert.ThrowsAsync<OutboundRefusedException>(() => http.SendAsync(new OutboundRequest(new Uri(url), "GET"), CancellationToken.None));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    private static OutboundHttp Http(HttpTargets targets, string address = "127.0.0.1") => new(targets, TimeProvider.System, Resolved(address));

    private static Func<string, CancellationToken, Task<IPAddress[]>> Resolved(string address) => (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]);
}
