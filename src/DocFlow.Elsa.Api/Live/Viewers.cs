namespace DocFlow.Elsa.Api.Live;

/// <summary>Which instances somebody looks at: what nobody sees need not be counted up.</summary>
internal sealed class Viewers
{
    private readonly Lock _turn = new();
    private readonly Dictionary<string, HashSet<string>> _instancesByConnection = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Add(string connectionId, string instanceId)
    {
        lock (_turn)
        {
            if (!_instancesByConnection.TryGetValue(connectionId, out var instances))
                _instancesByConnection[connectionId] = instances = new HashSet<string>(StringComparer.Ordinal);
            if (instances.Add(instanceId))
                _counts[instanceId] = _counts.GetValueOrDefault(instanceId) + 1;
        }
    }

    public void Remove(string connectionId)
    {
        lock (_turn)
        {
            if (!_instancesByConnection.Remove(connectionId, out var instances))
                return;
            foreach (var instanceId in instances)
            {
                if (--_counts[instanceId] == 0)
                    _counts.Remove(instanceId);
            }
        }
    }

    public bool LookAt(string instanceId)
    {
        lock (_turn)
            return _counts.ContainsKey(instanceId);
    }
}
