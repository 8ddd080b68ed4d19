using DocFlow.Documents;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Host.Parts;

/// <summary>The fonts of this host and the press that works with them. Looked for again when a fetch ends, without a restart.</summary>
internal sealed class FontShelf : IDisposable
{
    private readonly FontSettings _settings;
    private readonly List<FontLibrary> _libraries = [];
    private volatile DocumentPress _press;
    private volatile FontLibrary _library;

    public FontShelf(FontSettings settings)
    {
        _settings = settings;
        (_library, _press) = Load();
    }

    /// <summary>Ask for it at each use: it changes when fonts come in.</summary>
    public DocumentPress Press => _press;

    public FontLibrary Library => _library;

    /// <summary>Looks for the fonts again.</summary>
    public void Reload() => (_library, _press) = Load();

    public void Dispose()
    {
        lock (_libraries)
        {
            foreach (var library in _libraries)
                library.Dispose();
            _libraries.Clear();
        }
    }

    private (FontLibrary Library, DocumentPress Press) Load()
    {
        var library = FontLibrary.Load(_settings);
        // A page may still be drawn with the one before, so that none is closed before the host ends.
        lock (_libraries)
            _libraries.Add(library);
        return (library, new DocumentPress(library));
    }
}
