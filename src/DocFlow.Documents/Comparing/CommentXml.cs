using System.Globalization;
using System.Text;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Comparing;

/// <summary>Native comments: which stand at a paragraph, and the part of the file that holds what they say.</summary>
internal sealed class CommentXml(IReadOnlyList<RedlineComment> comments)
{
    private readonly List<RedlineComment> _waiting = [.. comments];
    private readonly StringBuilder _part = new();
    private int _count;

    /// <summary>The part of the file; null without comments.</summary>
    public string? Part => _count == 0 ? null : $"{WordPackage.XmlHead}<w:comments {WordPackage.Namespaces}>{_part}</w:comments>";

    /// <summary>The ids of those that belong to a paragraph, in order; each stands once.</summary>
    public IReadOnlyList<int> At(string? before, string? after)
    {
        var here = _waiting.FindAll(comment => comment.Paragraph.Length > 0 && (comment.Paragraph == after || comment.Paragraph == before));
        _waiting.RemoveAll(here.Contains);
        return here.ConvertAll(comment => Add(comment, null));
    }

    /// <summary>Those whose paragraph neither version has.</summary>
    public IReadOnlyList<int> Homeless()
    {
        var left = _waiting.ConvertAll(comment => Add(comment, $"原文：“{comment.Paragraph}”"));
        _waiting.Clear();
        return left;
    }

    public static string Start(IEnumerable<int> ids) => string.Concat(ids.Select(id => string.Create(CultureInfo.InvariantCulture, $"<w:commentRangeStart w:id=\"{id}\"/>")));

    public static string End(IEnumerable<int> ids) => string.Concat(ids.Select(id => string.Create(
        CultureInfo.InvariantCulture, $"<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>")));

    private int Add(RedlineComment comment, string? cited)
    {
        IEnumerable<string> words = cited is null ? comment.Words : comment.Words.Prepend(cited);
        _part.Append(CultureInfo.InvariantCulture, $"<w:comment w:id=\"{_count}\" w:author=\"{WordXml.Escape(comment.Author.Name)}\" w:date=\"{comment.Author.At:yyyy-MM-dd'T'HH:mm:ss}Z\" w:initials=\"{WordXml.Escape(comment.Author.Name[..1])}\">")
            .AppendJoin("", words.Select(line => $"<w:p><w:r><w:t xml:space=\"preserve\">{WordXml.Escape(line)}</w:t></w:r></w:p>")).Append("</w:comment>");
        return _count++;
    }
}
