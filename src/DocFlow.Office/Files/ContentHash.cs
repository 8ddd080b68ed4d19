using System.Text;

namespace DocFlow.Office.Files;

/// <summary>What opinions and signatures are bound to: the SM3 over a version's text and its annex files.</summary>
public static class ContentHash
{
    /// <param name="attachments">Names and SHA-256 hashes of the annex files, in any order.</param>
    public static string Of(string sourceText, IEnumerable<KeyValuePair<string, string>> attachments)
    {
        var text = new StringBuilder(sourceText.ReplaceLineEndings("\n"));
        foreach (var (name, hash) in attachments.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append('\0').Append(name).Append('\0').Append(hash);
        return Sm3.Hash(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
