namespace DocFlow.Host.Composition;

/// <summary>The host can't start with these settings; the message is one clear line in Chinese with the mend.</summary>
internal sealed class StartRefusedException(string message) : Exception(message);
