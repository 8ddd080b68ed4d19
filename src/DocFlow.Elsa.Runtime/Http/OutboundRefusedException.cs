namespace DocFlow.Elsa.Runtime.Http;

/// <summary>A request that is not sent; the message says in Chinese why, and who can change it.</summary>
public sealed class OutboundRefusedException(string message) : Exception(message);
