using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Elsa.Workflows.Attributes;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>How a bookmark is found: name, stimulus and, when it counts, the very execution.</summary>
public static class BookmarkHash
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IncludeFields = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutExcluded } },
    };

    public static string Of(string name, object? stimulus, string? activityInstanceId = null)
    {
        var payload = stimulus switch
        {
            null => null,
            string text => text,
            _ => JsonSerializer.Serialize(stimulus, stimulus.GetType(), Options),
        };
        var parts = new[] { name, payload, activityInstanceId }.Where(part => !string.IsNullOrEmpty(part));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', parts))));
    }

    private static void LeaveOutExcluded(JsonTypeInfo type)
    {
        for (var index = type.Properties.Count - 1; index >= 0; index--)
        {
            if (type.Properties[index].AttributeProvider is MemberInfo member && member.IsDefined(typeof(ExcludeFromHashAttribute)))
                type.Properties.RemoveAt(index);
        }
    }
}
