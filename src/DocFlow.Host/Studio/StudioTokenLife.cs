using System.Globalization;
using DocFlow.Host.Accounts;
using DocFlow.Host.Composition;

namespace DocFlow.Host.Studio;

/// <summary>How long the tokens of the designer's frame last; the page around it renews them while it is open.</summary>
internal sealed record StudioTokenLife(TimeSpan OfDesigner, TimeSpan OfViewer)
{
    /// <summary>In seconds, at most an hour; shorter where a lost right must end soon.</summary>
    public const string Setting = "Studio:TokenSeconds";

    // The page asks for a new one after 70 % of its life, and not more often than every 5 seconds.
    private const int Least = 8;

    /// <exception cref="StartRefusedException">It is no such number.</exception>
    public static StudioTokenLife From(IConfiguration configuration)
    {
        var text = configuration[Setting];
        if (string.IsNullOrEmpty(text))
            return new StudioTokenLife(AccountTokens.AccessLife, AccountTokens.ViewerLife);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds < Least || seconds > AccountTokens.AccessLife.TotalSeconds)
            throw new StartRefusedException($"{Setting} 的值“{text}”不对，请写 {Least} 到 {AccountTokens.AccessLife.TotalSeconds} 之间的秒数。");
        var life = TimeSpan.FromSeconds(seconds);
        return new StudioTokenLife(life, life < AccountTokens.ViewerLife ? life : AccountTokens.ViewerLife);
    }
}
