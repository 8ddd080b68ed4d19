using System.Text.Json.Serialization;

namespace DocFlow.Elsa.Runtime.Flowcharts;

/// <summary>How often a running flowchart's activities and arrows were visited; kept across suspensions, under the names that Elsa gives.</summary>
internal sealed class FlowScope
{
    [JsonPropertyName("activitiesVisitCount")]
    public Dictionary<string, long> ActivityVisits { get; set; } = [];

    [JsonPropertyName("connectionVisitCount")]
    public Dictionary<string, long> ConnectionVisits { get; set; } = [];

    [JsonPropertyName("connectionLastVisitFollowed")]
    public Dictionary<string, bool> LastFollowed { get; set; } = [];

    public long VisitsOf(string activity) => ActivityVisits.GetValueOrDefault(activity);

    public long VisitsOf(Connection connection) => ConnectionVisits.GetValueOrDefault(connection.VisitKey);

    public bool WasFollowed(Connection connection) => LastFollowed.GetValueOrDefault(connection.VisitKey);

    public void Visit(string activity) => ActivityVisits[activity] = VisitsOf(activity) + 1;

    public void Visit(Connection connection, bool followed)
    {
        ConnectionVisits[connection.VisitKey] = VisitsOf(connection) + 1;
        LastFollowed[connection.VisitKey] = followed;
    }
}
