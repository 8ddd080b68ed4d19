using System.Text.Json;
using System.Text.Json.Serialization;

namespace DocFlow.Elsa.Runtime.Http;

/// <summary>Headers by name. In JSON a value is a text or a list of texts.</summary>
[JsonConverter(typeof(Converter))]
internal sealed class HttpHeaders : Dictionary<string, string[]>
{
    public HttpHeaders()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    private sealed class Converter : JsonConverter<HttpHeaders>
    {
        public override HttpHeaders Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var headers = new HttpHeaders();
            using var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return headers;
            foreach (var header in document.RootElement.EnumerateObject())
                headers[header.Name] = header.Value.ValueKind == JsonValueKind.Array ? [.. header.Value.EnumerateArray().Select(value => value.ToString())] : [header.Value.ToString()];
            return headers;
        }

        public override void Write(Utf8JsonWriter writer, HttpHeaders value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, values) in value)
            {
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, values, options);
            }

            writer.WriteEndObject();
        }
    }
}
