using System.Security.Cryptography;
using DocFlow.Office.Restricted;
using Microsoft.AspNetCore.DataProtection;

namespace DocFlow.Host.Safety;

/// <summary>Seals restricted texts with the host's keys, which lie beside the database and not in it.</summary>
internal sealed class ProtectedTextSeal(IDataProtectionProvider provider) : ITextSeal
{
    private readonly IDataProtector _protector = provider.CreateProtector("DocFlow.Restricted");

    public string Seal(string text) => _protector.Protect(text);

    public string? Open(string seal)
    {
        try
        {
            return _protector.Unprotect(seal);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
