using Org.BouncyCastle.Crypto.Digests;

namespace DocFlow.Office.Files;

/// <summary>The national hash (GB/T 32905), as 64 lower-case hexadecimal digits.</summary>
internal static class Sm3
{
    public static string Hash(ReadOnlySpan<byte> content)
    {
        var digest = new SM3Digest();
        digest.BlockUpdate(content);
        Span<byte> hash = stackalloc byte[32];
        digest.DoFinal(hash);
        return Convert.ToHexStringLower(hash);
    }
}
