namespace DocFlow.Elsa.Runtime.Http;

/// <summary>The request that this burst serves; a service of the burst's scope, absent when it serves none.</summary>
public interface IHttpExchange
{
    HttpRequestData Request { get; }

    /// <summary>
    /// The answer, sent after the burst was saved. A burst that runs again, because another one saved first, sets it again: the last one counts.
    /// </summary>
    HttpReply? Reply { get; set; }
}
