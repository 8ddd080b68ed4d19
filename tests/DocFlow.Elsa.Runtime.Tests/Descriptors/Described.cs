using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Activities.Choices;
using DocFlow.Activities.Steps;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Descriptors;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Elsa.Runtime.Tests.Descriptors;

/// <summary>The catalogue as a server would have it, and its JSON.</summary>
internal static class Described
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public static DescriptorCatalog Catalog { get; } = new(
        new ActivityRegistry().AddFrom(typeof(HumanStep).Assembly),
        new ServiceCollection().AddScoped<IOfficeChoices, FixedChoices>().BuildServiceProvider(validateScopes: true));

    public static async Task<IReadOnlyList<ActivityDescriptor>> AllAsync() => await Catalog.ActivitiesAsync(CancellationToken.None);

    public static async Task<ActivityDescriptor> OneAsync(string typeName) => (await AllAsync()).Single(descriptor => descriptor.TypeName == typeName);

    public static JsonNode ToJson(object value) => JsonSerializer.SerializeToNode(value, Json)!;

    /// <summary>What the real server said.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Recorded { get; } =
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "ActivityDescriptors.json")))!.AsArray().ToDictionary(item => item!["typeName"]!.GetValue<string>(), item => item!.AsObject());
}
