using System.Text.Json.Serialization;

namespace DocFlow.Elsa.Runtime.Flowcharts;

/// <summary>A running flowchart's tokens; kept across suspensions.</summary>
internal sealed class FlowTokens
{
    public List<FlowToken> Tokens { get; set; } = [];

    /// <summary>Whether a token is still on its way.</summary>
    [JsonIgnore]
    public bool AnyAlive => Tokens.Exists(token => token.IsAlive);

    public void Send(Connection connection) => Tokens.Add(new FlowToken(connection.Source, connection.Port, connection.Target));

    public void Block(Connection connection) => Tokens.Add(new FlowToken(connection.Source, connection.Port, connection.Target) { Blocked = true });

    public FlowToken? BlockOf(Connection connection) => Tokens.Find(token => token.Blocked && token.IsOn(connection));

    public bool IsAliveOn(Connection connection) => Tokens.Exists(token => token.IsAlive && token.IsOn(connection));

    public bool IsAliveTo(string activity) => Tokens.Exists(token => token.IsAlive && token.To == activity);

    public void ConsumeAllTo(string activity)
    {
        foreach (var token in Tokens.Where(token => token.IsAlive && token.To == activity))
            token.Consumed = true;
    }

    public void ForgetConsumedTo(string activity) => Tokens.RemoveAll(token => token.Consumed && token.To == activity);

    public void ForgetAllOf(string activity) => Tokens.RemoveAll(token => token.From == activity || token.To == activity);
}

/// <summary>A token on an arrow. A blocked one swallows the next that comes there.</summary>
internal sealed class FlowToken(string from, string? outcome, string to)
{
    public string From { get; } = from;

    public string? Outcome { get; } = outcome;

    public string To { get; } = to;

    public bool Consumed { get; set; }

    public bool Blocked { get; set; }

    [JsonIgnore]
    public bool IsAlive => !Consumed && !Blocked;

    public bool IsOn(Connection connection) => From == connection.Source && Outcome == connection.Port && To == connection.Target;
}
