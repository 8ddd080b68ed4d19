using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Host.Parts;

/// <summary>The open set, from the package registries into the cache.</summary>
internal sealed class OpenFontSource(FontSettings settings) : IFontSource
{
    public bool IsComplete => new FontFetcher(settings, _ => { }).IsComplete;

    public async Task<bool> FetchAsync(Action<string> report, CancellationToken cancellationToken)
    {
        try
        {
            return await new FontFetcher(settings, report).FetchAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            report($"字体不能写入缓存文件夹 {settings.OpenSetFolder}：{exception.Message}");
            return false;
        }
    }
}
