using System.Security.Cryptography;
using System.Text;
using DocFlow.Office.Files;

namespace DocFlow.Office.Restricted;

/// <summary>What is sealed: salt, readers, text.</summary>
/// <param name="Salt">Makes the digest of a short text tell nothing.</param>
/// <param name="Readers">Ids of people and posts, as <see cref="RestrictedReaders"/> writes them.</param>
internal sealed record SealedContent(string Salt, string Readers, string Text)
{
    private const int SaltLength = 32;
    private const char End = '\n';

    public static SealedContent New(string readers, string text) => new(RandomNumberGenerator.GetHexString(SaltLength, lowercase: true), readers, text);

    public string Digest => Sm3.Hash(Encoding.UTF8.GetBytes(ToString()));

    public override string ToString() => $"{Salt}{End}{Readers}{End}{Text}";

    public static SealedContent? Read(string? opened) => opened?.Split(End, 3) is [var salt, var readers, var text] ? new SealedContent(salt, readers, text) : null;
}
