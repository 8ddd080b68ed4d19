using System.Net;
using System.Net.Sockets;
using System.Text;
using DocFlow.Elsa.Api.Tests.Running;

namespace DocFlow.Elsa.Api.Tests.Endpoints;

/// <summary>Begins a body and never ends it. An HttpClient gives no answer before it has sent all, so this speaks for itself.</summary>
internal static class SlowCaller
{
    /// <summary>What the server says when it has waited long enough.</summary>
    public static async Task<HttpStatusCode> PostAsync(ApiHost host, string path)
    {
        var address = new Uri(host.Address);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        var head = $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: ApiKey {ApiHost.ApiKey}\r\nContent-Length: 1000\r\n\r\n{{";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var status = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        return (HttpStatusCode)int.Parse(status!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
