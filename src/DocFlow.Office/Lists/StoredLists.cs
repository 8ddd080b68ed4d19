using System.Text.Json;
using DocFlow.Office.Settings;

namespace DocFlow.Office.Lists;

/// <summary>The lists as they are now: those that come with the program, unless the office changed them.</summary>
internal sealed class StoredLists(OfficeSettings settings)
{
    private const string Resource = "DocFlow.Office.Lists.Lists.json";

    private static readonly IReadOnlyDictionary<string, OfficeList> Given = ReadGiven();

    public static IEnumerable<string> Names => Given.Keys;

    public async Task<OfficeList?> FindAsync(string name, CancellationToken cancellationToken) =>
        Given.TryGetValue(name, out var given) ? await settings.ReadAsync<OfficeList>(Key(name), cancellationToken) ?? given : null;

    public Task WriteAsync(string name, OfficeList list, CancellationToken cancellationToken) => settings.WriteAsync(Key(name), list, cancellationToken);

    private static string Key(string name) => $"list/{name}";

    private static Dictionary<string, OfficeList> ReadGiven()
    {
        using var stream = typeof(StoredLists).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} isn't in the assembly.");
        return JsonSerializer.Deserialize<Dictionary<string, OfficeList>>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException($"{Resource} is empty.");
    }
}
