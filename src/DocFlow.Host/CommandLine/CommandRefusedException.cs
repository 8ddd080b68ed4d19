namespace DocFlow.Host.CommandLine;

/// <summary>What a command was given can't be worked on; the message is one clear line in Chinese.</summary>
internal sealed class CommandRefusedException(string message) : Exception(message);
