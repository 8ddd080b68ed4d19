using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DocFlow.Elsa.Runtime.Execution;

namespace DocFlow.Persistence.Engine;

/// <summary>How the engine's things are kept: short, and with Chinese as it is.</summary>
internal static class EngineJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    // A null among values says something; only properties that are absent are left out.
    private static readonly JsonSerializerOptions Values = new(Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    public static string Write(InstanceState state) => JsonSerializer.Serialize(state, Options);

    public static InstanceState ReadState(string json) => JsonSerializer.Deserialize<InstanceState>(json, Options)!;

    public static string Write(IReadOnlyList<JournalEntry> journal) => JsonSerializer.Serialize(journal, Options);

    public static IReadOnlyList<JournalEntry> ReadJournal(string json) => JsonSerializer.Deserialize<List<JournalEntry>>(json, Options)!;

    public static string Write(IReadOnlyList<ExecutionRecord> executions) => JsonSerializer.Serialize(executions, Options);

    public static IReadOnlyList<ExecutionRecord> ReadExecutions(string json) => JsonSerializer.Deserialize<List<ExecutionRecord>>(json, Options)!;

    public static string WriteValue(object? value) => JsonSerializer.Serialize(value, Values);

    public static string WriteMessage<T>(T message) => JsonSerializer.Serialize(message, Options);

    public static T ReadMessage<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;
}
