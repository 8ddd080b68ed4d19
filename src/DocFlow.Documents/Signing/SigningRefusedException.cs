namespace DocFlow.Documents.Signing;

/// <summary>A key or certificate that can't be used; the message says why, in Chinese.</summary>
public sealed class SigningRefusedException(string message) : Exception(message);
