namespace DocFlow.Office.Replies;

/// <summary>A document's number as a clerk types it, and an answer in words.</summary>
internal static class ReplyNumber
{
    /// <summary>The number as the register has it, whatever brackets it was typed with; null for none.</summary>
    public static string? Of(string? typed)
    {
        var number = string.Concat((typed ?? "").Where(character => !char.IsWhiteSpace(character)));
        foreach (var bracket in "[［【")
            number = number.Replace(bracket, '〔');
        foreach (var bracket in "]］】")
            number = number.Replace(bracket, '〕');
        return number.Length == 0 ? null : number;
    }

    /// <summary>市财政局来函（云财函〔2026〕9号），登记为云收〔2026〕3号</summary>
    public static string Said(string sender, string? number, string? registered) =>
        $"{sender}来函{(string.IsNullOrEmpty(number) ? "" : $"（{number}）")}{(registered is null ? "" : $"，登记为{registered}")}";
}
