using System.Text;
using DocFlow.Elsa.Runtime.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Elsa.Runtime.Tests.Http;

/// <summary>A request in hand.</summary>
internal sealed class Exchange(HttpRequestData request) : IHttpExchange
{
    public HttpRequestData Request => request;

    public HttpReply? Reply { get; set; }

    public string Text => Encoding.UTF8.GetString(Reply!.Body.Span);

    public IServiceProvider Services => new ServiceCollection().AddSingleton<IHttpExchange>(this).BuildServiceProvider();
}
