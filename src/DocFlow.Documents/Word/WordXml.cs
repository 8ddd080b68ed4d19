using System.Buffers;
using System.Globalization;
using System.Text;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Word;

/// <summary>Writes WordprocessingML paragraphs and runs; all text is escaped here.</summary>
internal sealed class WordXml
{
    private static readonly SearchValues<char> Special = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code).Where(character => character != '\t'), '&', '<', '>', '"']);

    private readonly StringBuilder _xml = new();
    private int _drawings;

    public override string ToString() => _xml.ToString();

    /// <summary>Writes what was built in UTF-8, piece by piece: a long document as one text would burden the garbage collector.</summary>
    public void CopyTo(Stream target)
    {
        using var writer = new StreamWriter(target, new UTF8Encoding(false), bufferSize: 16 * 1024, leaveOpen: true);
        foreach (var piece in _xml.GetChunks())
            writer.Write(piece.Span);
    }

    /// <summary>A number that no other drawing of the file has, from 1.</summary>
    public int NextDrawing() => ++_drawings;

    public WordXml Raw(string xml)
    {
        _xml.Append(xml);
        return this;
    }

    /// <summary>Opens a paragraph.</summary>
    /// <param name="style">A style id; null for the default.</param>
    /// <param name="properties">Further w:pPr children, in the schema's order, between w:pStyle and the end.</param>
    public WordXml Open(string? style = null, string properties = "")
    {
        _xml.Append("<w:p>");
        if (style is not null || properties.Length > 0)
        {
            _xml.Append("<w:pPr>");
            if (style is not null)
                _xml.Append(CultureInfo.InvariantCulture, $"<w:pStyle w:val=\"{style}\"/>");
            _xml.Append(properties).Append("</w:pPr>");
        }

        return this;
    }

    public WordXml Close()
    {
        _xml.Append("</w:p>");
        return this;
    }

    /// <summary>Opens a run to which pieces of text are added; closed by <see cref="EndRun"/>.</summary>
    /// <param name="properties">Run properties after w:rFonts, in the schema's order.</param>
    public void BeginRun(FontRole? role, string properties)
    {
        OpenRun(role, properties);
        _xml.Append("<w:t xml:space=\"preserve\">");
    }

    public void AddToRun(string text) => AppendEscaped(text);

    public void EndRun() => _xml.Append("</w:t></w:r>");

    /// <param name="properties">Run properties after w:rFonts, in the schema's order.</param>
    public WordXml Run(string text, FontRole? role = null, string properties = "")
    {
        if (text.Length == 0)
            return this;
        BeginRun(role, properties);
        AddToRun(text);
        EndRun();
        return this;
    }

    public WordXml LineBreak()
    {
        _xml.Append("<w:r><w:br/></w:r>");
        return this;
    }

    public WordXml PageBreak()
    {
        _xml.Append("<w:r><w:br w:type=\"page\"/></w:r>");
        return this;
    }

    /// <summary>White of an exact height, on a paragraph of its own.</summary>
    public WordXml Spacer(int height, string properties = "")
    {
        const int highest = 31680;
        for (; height > 0; height -= highest)
            Open("Spacer", $"<w:spacing w:line=\"{Math.Min(height, highest)}\" w:lineRule=\"exact\"/>{properties}").Close();
        return this;
    }

    public static string Escape(string text)
    {
        var xml = new WordXml();
        xml.AppendEscaped(text);
        return xml.ToString();
    }

    private void OpenRun(FontRole? role, string properties)
    {
        _xml.Append("<w:r>");
        if (role is null && properties.Length == 0)
            return;
        _xml.Append("<w:rPr>");
        if (role is { } known)
            _xml.Append(Fonts(known));
        _xml.Append(properties).Append("</w:rPr>");
    }

    /// <summary>w:rFonts with the official family for all scripts.</summary>
    public static string Fonts(FontRole role)
    {
        var name = OfficialFamilies.WordName(role);
        return $"<w:rFonts w:ascii=\"{name}\" w:eastAsia=\"{name}\" w:hAnsi=\"{name}\" w:cs=\"{name}\"/>";
    }

    private void AppendEscaped(string text)
    {
        // What most texts are made of goes over in one piece.
        var plain = text.AsSpan().IndexOfAny(Special);
        if (plain < 0)
        {
            _xml.Append(text);
            return;
        }

        _xml.Append(text, 0, plain);
        foreach (var character in text.AsSpan(plain))
        {
            switch (character)
            {
                case '&':
                    _xml.Append("&amp;");
                    break;
                case '<':
                    _xml.Append("&lt;");
                    break;
                case '>':
                    _xml.Append("&gt;");
                    break;
                case '"':
                    _xml.Append("&quot;");
                    break;
                case >= ' ' or '\t':
                    _xml.Append(character);
                    break;
            }
        }
    }
}
