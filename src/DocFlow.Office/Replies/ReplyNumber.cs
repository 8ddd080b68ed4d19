using System.Text.RegularExpressions;

namespace DocFlow.Office.Replies;

/// <summary>A document's number as a clerk types it, and an answer in words.</summary>
internal static partial class ReplyNumber
{
    /// <summary>The number as the register has it, whatever brackets it was typed with; null for none.</summary>
    public static string? Of(string? typed)
    {
        var number = string.Concat((typed ?? "").Where(character => !char.IsWhiteSpace(character)));
        if (number.Length == 0)
            return null;
        return Typed().Match(number) is { Success: true } found ? $"{found.Groups["code"]}〔{found.Groups["year"]}〕{found.Groups["number"]}号" : number;
    }

    /// <summary>市财政局来函（云财函〔2026〕9号），登记为云收〔2026〕3号</summary>
    public static string Said(string sender, string? number, string? registered) =>
        $"{sender}来函{(string.IsNullOrEmpty(number) ? "" : $"（{number}）")}{(registered is null ? "" : $"，登记为{registered}")}";

    [GeneratedRegex(@"^(?<code>[^〔\[［【(（﹝]+)[〔\[［【(（﹝](?<year>20[0-9]{2})[〕\]］】)）﹞]第?0*(?<number>[0-9]+)号?$")]
    private static partial Regex Typed();
}
