namespace DocFlow.Documents.Checking;

/// <summary>A file isn't what its name says, or may not be opened; the message is one clear line in Chinese.</summary>
public sealed class UnreadableFileException(string message) : Exception(message);
