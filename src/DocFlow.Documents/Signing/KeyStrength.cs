using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;

namespace DocFlow.Documents.Signing;

/// <summary>Which keys are neither too weak to trust nor so large that verifying them holds up the office.</summary>
internal static class KeyStrength
{
    public const int LeastRsaBits = 2048;
    public const int MostRsaBits = 8192;

    /// <summary>Said of a certificate whose key isn't among them.</summary>
    public const string Demand = "证书的密钥不在认可之列（SM2、256至521位的椭圆曲线、2048至8192位的 RSA）";

    private const int MostExponentBits = 32;
    private const int LeastCurveBits = 256;
    private const int MostCurveBits = 521;

    public static bool IsEnough(AsymmetricKeyParameter key) => key switch
    {
        RsaKeyParameters rsa => rsa.Modulus.BitLength is >= LeastRsaBits and <= MostRsaBits && (rsa.IsPrivate || rsa.Exponent.BitLength <= MostExponentBits),
        // A curve of its own making could be anything.
        ECKeyParameters { PublicKeyParamSet: not null } curve => curve.Parameters.Curve.FieldSize is >= LeastCurveBits and <= MostCurveBits,
        _ => false,
    };
}
