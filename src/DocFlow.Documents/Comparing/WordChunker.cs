using DiffPlex;

namespace DocFlow.Documents.Comparing;

/// <summary>Text in pieces that are changed whole: a Chinese character with what belongs to it, a Latin word, a number.</summary>
internal sealed class WordChunker : IChunker
{
    public IReadOnlyList<string> Chunk(string text)
    {
        var chunks = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            if (char.IsAsciiLetterOrDigit(text[start]))
            {
                while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
                    end++;
            }
            else if (char.IsHighSurrogate(text[start]) && end < text.Length && char.IsLowSurrogate(text[end]))
            {
                end++;
            }

            chunks.Add(text[start..end]);
            start = end;
        }

        return chunks;
    }
}
