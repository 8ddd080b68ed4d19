namespace DocFlow.Host.Composition;

/// <summary>Too much to do at this moment; the message says so in Chinese, and a later try may do.</summary>
internal sealed class BusyException(string message) : Exception(message);
