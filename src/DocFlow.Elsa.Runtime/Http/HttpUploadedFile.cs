namespace DocFlow.Elsa.Runtime.Http;

/// <summary>A file that came with a request.</summary>
/// <param name="Name">The form field.</param>
public sealed record HttpUploadedFile(string Name, string FileName, string ContentType, ReadOnlyMemory<byte> Content);
