using DocFlow.Documents.Preview;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Office.Outbox;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DocFlow.Host.Parts;

/// <summary>Registers the parts that are fetched, and drawing with them.</summary>
internal static class PartServices
{
    public static void AddDocFlowParts(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => FontSettings.FromEnvironment());
        services.TryAddSingleton<IFontSource, OpenFontSource>();
        services.TryAddSingleton(provider => new StudioPackage(provider.GetRequiredService<FontSettings>().CacheFolder));
        services.TryAddSingleton<IPackagePress, NpmPack>();
        services.TryAddSingleton<IStudioSource, NpmStudioSource>();
        services.AddSingleton<SystemParts>();
        services.AddSingleton<IAbsentParts>(provider => provider.GetRequiredService<SystemParts>());
        services.AddSingleton<FontShelf>();
        // Transient: whoever asks gets the press with the fonts of this moment.
        services.AddTransient(provider => provider.GetRequiredService<FontShelf>().Press);
        services.AddSingleton<PagePainter>();
        services.AddSingleton(provider => new PagePictures(provider.GetRequiredService<PagePainter>()));
        services.AddHostedService<FontFetch>();
        services.AddHostedService<StudioFetch>();
    }
}
