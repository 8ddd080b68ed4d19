using DocFlow.Documents.Model;

namespace DocFlow.Documents.Source;

/// <summary>
/// 题注 of what a meeting passes: resolutions and communiqués bear the date under the title instead of name, date and seal at the end,
/// unless their source asks for these; a decision does where 题注 is written.
/// </summary>
internal static class CaptionReader
{
    /// <param name="sealing">用印 as written; null where it isn't.</param>
    /// <returns>The words; empty for the date alone, null for none.</returns>
    public static string? Read(ElementReader elements, DocumentKind? kind, Sealing? sealing, List<SourceProblem> problems)
    {
        var written = elements.Text("题注")?.Trim('（', '）', '(', ')');
        var closing = elements.Has("署名") ? "署名" : elements.Has("签名") ? "签名" : sealing is { } wanted && wanted != Sealing.None ? "用印" : null;
        if (written is null)
            return kind is DocumentKind.Resolution or DocumentKind.Communique && closing is null ? "" : null;
        if (kind is not (DocumentKind.Resolution or DocumentKind.Communique or DocumentKind.Decision))
            Refuse("只用于决议、公报和会议通过的决定，请删去或改正文种");
        else if (closing is not null)
            Refuse($"已写明通过的会议和日期，文末不再署名用印，请删去“题注”或“{closing}”");
        return written;

        void Refuse(string why) => problems.Add(new SourceProblem(elements.LineOf("题注"), $"要素“题注”{why}。"));
    }
}
