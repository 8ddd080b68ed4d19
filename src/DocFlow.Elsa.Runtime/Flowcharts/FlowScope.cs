namespace DocFlow.Elsa.Runtime.Flowcharts;

/// <summary>How often a running flowchart's activities and arrows were visited; kept across suspensions.</summary>
internal sealed class FlowScope
{
    public Dictionary<string, long> ActivityVisits { get; set; } = [];

    public Dictionary<string, long> ConnectionVisits { get; set; } = [];

    public HashSet<string> FollowedConnections { get; set; } = [];

    public long VisitsOf(string activity) => ActivityVisits.GetValueOrDefault(activity);

    public long VisitsOf(Connection connection) => ConnectionVisits.GetValueOrDefault(connection.Key);

    public bool WasFollowed(Connection connection) => FollowedConnections.Contains(connection.Key);

    public void Visit(string activity) => ActivityVisits[activity] = VisitsOf(activity) + 1;

    public void Visit(Connection connection, bool followed)
    {
        ConnectionVisits[connection.Key] = VisitsOf(connection) + 1;
        if (followed)
            FollowedConnections.Add(connection.Key);
        else
            FollowedConnections.Remove(connection.Key);
    }
}
