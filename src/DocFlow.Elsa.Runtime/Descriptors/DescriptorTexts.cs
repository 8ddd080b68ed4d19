using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace DocFlow.Elsa.Runtime.Descriptors;

/// <summary>
/// The words that designers read: resource “Texts” of the assembly that defines an activity, and of this one for what all share. The
/// neutral texts are Simplified Chinese; satellite assemblies add other languages.
/// </summary>
internal static class DescriptorTexts
{
    private const string Suffix = ".Texts.resources";

    private static readonly ConcurrentDictionary<Assembly, ResourceManager?> Managers = [];

    /// <summary>The first of the keys that has a text; null when none has.</summary>
    public static string? Find(Assembly assembly, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if ((In(assembly, key) ?? In(typeof(DescriptorTexts).Assembly, key)) is { } text)
                return text;
        }

        return null;
    }

    /// <summary>A text of this assembly; the key itself when it is missing.</summary>
    public static string Of(string key) => In(typeof(DescriptorTexts).Assembly, key) ?? key;

    private static string? In(Assembly assembly, string key) => Managers.GetOrAdd(assembly, Open)?.GetString(key, CultureInfo.CurrentUICulture);

    private static ResourceManager? Open(Assembly assembly) =>
        Array.Find(assembly.GetManifestResourceNames(), name => name.EndsWith(Suffix, StringComparison.Ordinal)) is { } resource
            ? new ResourceManager(resource[..^".resources".Length], assembly)
            : null;
}
