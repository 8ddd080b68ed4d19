namespace DocFlow.Elsa.Runtime.Flowcharts;

/// <summary>
/// A flowchart's arrows seen from its start: an arrow that closes a cycle over the arrows accepted before it, breadth first, goes
/// backward; the others go forward.
/// </summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<string, List<Connection>> _forwardFrom = [];
    private readonly Dictionary<string, List<Connection>> _forwardTo = [];
    private readonly Dictionary<Connection, bool> _backward = [];
    private readonly ILookup<string, Connection> _outbound;

    public FlowGraph(string start, IReadOnlyList<Connection> connections)
    {
        Start = start;
        _outbound = connections.ToLookup(connection => connection.Source);
        Reachable = [start];
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var connection in _outbound[node])
            {
                if (connection.Target == node || CanReach(connection.Target, node))
                {
                    _backward.TryAdd(connection, false);
                    continue;
                }

                Add(_forwardFrom, node, connection);
                Add(_forwardTo, connection.Target, connection);
                if (Reachable.Add(connection.Target))
                    queue.Enqueue(connection.Target);
            }
        }

        foreach (var connection in _backward.Keys.ToList())
            _backward[connection] = connection.Source == connection.Target || !CanReach(Start, connection.Source, avoiding: [connection.Target]);
    }

    public string Start { get; }

    public HashSet<string> Reachable { get; }

    public IEnumerable<Connection> Outbound(string node) => _outbound[node];

    public IReadOnlyList<Connection> ForwardInbound(string node) => _forwardTo.GetValueOrDefault(node) ?? [];

    /// <summary>All arrows into a node, those that lead back too.</summary>
    public IReadOnlyList<Connection> Inbound(string node) => [.. ForwardInbound(node), .. _backward.Keys.Where(connection => connection.Target == node)];

    /// <summary>The arrows that lead back and may be followed.</summary>
    public IEnumerable<Connection> ValidBackward => _backward.Where(connection => connection.Value).Select(connection => connection.Key);

    public bool IsBackward(Connection connection) => _backward.ContainsKey(connection);

    /// <summary>Whether every forward path from the start to its source passes its target, so that it may be followed.</summary>
    public bool IsValidBackward(Connection connection) => _backward.GetValueOrDefault(connection);

    /// <summary>Whether every forward path from the start to a node passes one of the gates before it.</summary>
    public bool IsAlwaysAfter(string node, HashSet<string> gates) => Reachable.Contains(node) && !gates.Contains(node) && !CanReach(Start, node, gates);

    /// <summary>The nodes that forward arrows lead to a node from.</summary>
    public HashSet<string> AncestorsOf(string node)
    {
        var ancestors = new HashSet<string>();
        var queue = new Queue<string>([node]);
        while (queue.TryDequeue(out var current))
        {
            foreach (var connection in ForwardInbound(current))
            {
                if (ancestors.Add(connection.Source))
                    queue.Enqueue(connection.Source);
            }
        }

        return ancestors;
    }

    private static void Add(Dictionary<string, List<Connection>> index, string node, Connection connection)
    {
        if (!index.TryGetValue(node, out var connections))
            index[node] = connections = [];
        connections.Add(connection);
    }

    private bool CanReach(string from, string to, HashSet<string>? avoiding = null)
    {
        if (avoiding?.Contains(from) == true)
            return false;
        var seen = new HashSet<string> { from };
        var queue = new Queue<string>([from]);
        while (queue.TryDequeue(out var node))
        {
            if (node == to)
                return true;
            foreach (var connection in _forwardFrom.GetValueOrDefault(node) ?? [])
            {
                if (avoiding?.Contains(connection.Target) != true && seen.Add(connection.Target))
                    queue.Enqueue(connection.Target);
            }
        }

        return false;
    }
}
