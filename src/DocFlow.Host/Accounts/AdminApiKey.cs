using System.Security.Cryptography;
using System.Text;
using DocFlow.Host.Composition;

namespace DocFlow.Host.Accounts;

/// <summary>The key of the account "api" (DOCFLOW_ADMIN_API_KEY). Only its hash is kept.</summary>
internal sealed class AdminApiKey
{
    public const string Setting = "DOCFLOW_ADMIN_API_KEY";
    private const int ShortestLength = 32;

    private readonly byte[]? _hash;

    private AdminApiKey(byte[]? hash) => _hash = hash;

    /// <exception cref="StartRefusedException">The key is set, but too short to be safe.</exception>
    public static AdminApiKey From(IConfiguration configuration)
    {
        var key = configuration[Setting];
        if (string.IsNullOrEmpty(key))
            return new AdminApiKey(null);
        return key.Length >= ShortestLength
            ? new AdminApiKey(HashOf(key))
            : throw new StartRefusedException($"{Setting} 只有{key.Length}个字符，至少须{ShortestLength}个。请换用更长的随机密钥，或取消这项设置。");
    }

    /// <summary>Compares hashes in constant time, so that neither length nor content can be guessed by measuring.</summary>
    public bool Is(string candidate) => _hash is not null && CryptographicOperations.FixedTimeEquals(_hash, HashOf(candidate));

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
