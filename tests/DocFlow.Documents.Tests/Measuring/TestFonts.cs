using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Tests.Measuring;

/// <summary>The fonts of the product's own cache, fetched when absent.</summary>
internal static class TestFonts
{
    private static readonly Lazy<FontLibrary> Loaded = new(Load);

    public static FontLibrary Library => Loaded.Value;

    private static FontLibrary Load()
    {
        var settings = FontSettings.FromEnvironment();
        var library = FontLibrary.Load(settings);
        if (library.CanDraw)
            return library;
        new FontFetcher(settings, Console.WriteLine).FetchAsync(CancellationToken.None).GetAwaiter().GetResult();
        return FontLibrary.Load(settings);
    }
}
