using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Host.Composition;
using DocFlow.Host.Safety;

namespace DocFlow.Host.Accounts;

/// <summary>Signs and reads the workflow API's tokens (JWT, HS256) with a key of this installation.</summary>
internal sealed class AccountTokens(HostSettings settings, TimeProvider time)
{
    public const string Access = "access";
    public const string Refresh = "refresh";
    public const string StampClaim = "docflow:stamp";
    private const string Party = "http://elsa.api";
    private const string UseClaim = "token_use";
    private const int KeyLength = 32;
    private const string KeyName = "token.key";

    // What may go wrong with two clocks in one office.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    private readonly Lazy<byte[]> _key = new(() => LoadKey(settings.KeysFolder));

    public static TimeSpan AccessLife { get; } = TimeSpan.FromHours(1);

    /// <summary>Of a token for one instance: whoever loses the document loses the chart soon.</summary>
    public static TimeSpan ViewerLife { get; } = TimeSpan.FromMinutes(5);

    public static TimeSpan RefreshLife { get; } = TimeSpan.FromHours(2);

    /// <summary>A token with these claims.</summary>
    /// <param name="use">Access, or refresh: neither stands for the other.</param>
    public (string Token, DateTimeOffset ExpiresAt) Issue(IEnumerable<Claim> claims, string use, TimeSpan life)
    {
        var now = time.GetUtcNow();
        var payload = new JsonObject { ["aud"] = Party, ["iss"] = Party, ["exp"] = (now + life).ToUnixTimeSeconds(), ["iat"] = now.ToUnixTimeSeconds(), ["nbf"] = now.ToUnixTimeSeconds(), [UseClaim] = use };
        foreach (var group in claims.GroupBy(claim => claim.Type))
            payload[group.Key] = group.Count() == 1 ? JsonValue.Create(group.First().Value) : new JsonArray([.. group.Select(claim => JsonValue.Create(claim.Value))]);
        var signed = $"{Header}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload.ToJsonString()))}";
        return ($"{signed}.{Base64Url.EncodeToString(Sign(signed))}", DateTimeOffset.FromUnixTimeSeconds(payload["exp"]!.GetValue<long>()));
    }

    /// <summary>The claims of a token that is ours, in time and for this use; null for any other text.</summary>
    public IReadOnlyList<Claim>? Read(string token, string use)
    {
        var parts = token.Split('.');
        // The header is ours to the letter: no other algorithm is ever considered.
        if (parts.Length != 3 || parts[0] != Header || !Base64Url.IsValid(parts[1]) || !Base64Url.IsValid(parts[2]))
            return null;
        if (!CryptographicOperations.FixedTimeEquals(Sign($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2])))
            return null;
        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
        var claims = payload.RootElement;
        var now = time.GetUtcNow();
        var isInTime = Moment(claims, "nbf") <= now + Skew && now < Moment(claims, "exp");
        return isInTime && Is(claims, "iss", Party) && Is(claims, "aud", Party) && Is(claims, UseClaim, use) ? [.. Claims(claims)] : null;
    }

    private static DateTimeOffset Moment(JsonElement claims, string name) => DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty(name).GetInt64());

    private static bool Is(JsonElement claims, string name, string value) => claims.TryGetProperty(name, out var claim) && claim.GetString() == value;

    private static IEnumerable<Claim> Claims(JsonElement claims)
    {
        foreach (var property in claims.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String)
                yield return new Claim(property.Name, property.Value.GetString()!);
            else if (property.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in property.Value.EnumerateArray())
                    yield return new Claim(property.Name, item.GetString()!);
            }
        }
    }

    private byte[] Sign(string text) => HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(text));

    private static byte[] LoadKey(string folder)
    {
        var key = KeyFile.Read(folder, KeyName, () => RandomNumberGenerator.GetBytes(KeyLength));
        return key.Length == KeyLength ? key : throw new StartRefusedException($"{Path.Combine(folder, KeyName)} 不是令牌密钥。请删除它，重新启动后会生成新的密钥。");
    }
}
