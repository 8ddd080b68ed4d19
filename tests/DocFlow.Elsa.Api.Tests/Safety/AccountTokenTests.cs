using System.Buffers.Text;
using System.Security.Claims;
using System.Text;
using DocFlow.Host.Accounts;
using DocFlow.Host.Composition;
using Microsoft.Extensions.Time.Testing;

namespace DocFlow.Elsa.Api.Tests.Safety;

/// <summary>What counts as a token of ours.</summary>
public sealed class AccountTokenTests : IDisposable
{
    private static readonly Claim[] Claims = [new("sub", "sysadmin"), new("permissions", "read:a"), new("permissions", "read:b")];

    private readonly string _folder = Directory.CreateTempSubdirectory("docflow-tokens-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 26, 2, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_token_is_read_back_with_its_claims()
    {
        var tokens = Tokens();

        var claims = tokens.Read(tokens.Issue(Claims, AccountTokens.Access, AccountTokens.AccessLife).Token, AccountTokens.Access)!;

        Assert.Equal(["read:a", "read:b"], claims.Where(claim => claim.Type == "permissions").Select(claim => claim.Value));
        Assert.Contains(claims, claim => claim is { Type: "iss", Value: "http://elsa.api" });
        Assert.Contains(claims, claim => claim is { Type: "token_use", Value: "access" });
    }

    [Fact]
    public void Another_host_over_the_same_data_reads_it() => Assert.NotNull(Tokens().Read(Issued(), AccountTokens.Access));

    [Fact]
    public void A_token_ends_with_its_time()
    {
        var (token, expiresAt) = Tokens().Issue(Claims, AccountTokens.Access, AccountTokens.AccessLife);
        _time.Advance(AccountTokens.AccessLife - TimeSpan.FromSeconds(1));
        Assert.NotNull(Tokens().Read(token, AccountTokens.Access));

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(expiresAt, _time.GetUtcNow());
        Assert.Null(Tokens().Read(token, AccountTokens.Access));
    }

    [Fact]
    public void A_refresh_token_is_no_access_token_and_the_other_way_round()
    {
        Assert.Null(Tokens().Read(Tokens().Issue(Claims, AccountTokens.Refresh, AccountTokens.RefreshLife).Token, AccountTokens.Access));
        Assert.Null(Tokens().Read(Issued(), AccountTokens.Refresh));
    }

    [Fact]
    public void A_changed_token_is_none()
    {
        var parts = Issued().Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace("read:a", "*", StringComparison.Ordinal);

        Assert.Null(Tokens().Read($"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.{parts[2]}", AccountTokens.Access));
    }

    [Theory]
    [InlineData("""{"alg":"none","typ":"JWT"}""")]
    [InlineData("""{"alg":"HS512","typ":"JWT"}""")]
    public void A_token_that_names_another_algorithm_is_none(string header)
    {
        var parts = Issued().Split('.');

        Assert.Null(Tokens().Read($"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{parts[1]}.", AccountTokens.Access));
        Assert.Null(Tokens().Read($"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{parts[1]}.{parts[2]}", AccountTokens.Access));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a.b")]
    [InlineData("中.文.字")]
    public void Other_texts_are_none(string text) => Assert.Null(Tokens().Read(text, AccountTokens.Access));

    [Fact]
    public void Another_installation_s_token_is_none()
    {
        var token = Issued();
        File.Delete(Path.Combine(_folder, "keys", "token.key"));

        Assert.Null(Tokens().Read(token, AccountTokens.Access));
    }

    [Fact]
    public void Only_the_host_s_account_reads_the_key()
    {
        Issued();

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "keys", "token.key")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Issued() => Tokens().Issue(Claims, AccountTokens.Access, AccountTokens.AccessLife).Token;

    private AccountTokens Tokens()
    {
        var settings = new HostSettings(_folder, _folder, _folder);
        Directory.CreateDirectory(settings.KeysFolder);
        return new AccountTokens(settings, _time);
    }
}
