using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Host.CommandLine;

/// <summary>The fonts of a command: fetched first when the cache lacks them. Progress goes to the error stream, so that --json stays pure.</summary>
internal static class CommandFonts
{
    public static async Task<FontLibrary> LoadAsync()
    {
        var settings = FontSettings.FromEnvironment();
        var library = FontLibrary.Load(settings);
        if (library.CanDraw)
        {
            foreach (var role in Enum.GetValues<FontRole>())
                library.Open(library.FacesOf(role)[0]);
            return library;
        }

        library.Dispose();
        await new FontFetcher(settings, Console.Error.WriteLine).FetchAsync(CancellationToken.None);
        return FontLibrary.Load(settings);
    }
}
