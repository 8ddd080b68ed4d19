using System.Collections.Concurrent;
using DocFlow.Office.Outbox;

namespace DocFlow.Host.Parts;

/// <summary>How the fetched parts stand: for pages, the API and the outbox.</summary>
internal sealed class SystemParts(TimeProvider time) : IAbsentParts
{
    private readonly ConcurrentDictionary<string, SystemPart> _parts = new(StringComparer.Ordinal);

    public IReadOnlyList<SystemPart> All => [.. _parts.Values.OrderBy(part => part.Name, StringComparer.Ordinal)];

    public bool Any => _parts.Values.Any(part => part.State != PartState.Ready);

    /// <summary>Raised after every change.</summary>
    public event Action? Changed;

    public void Set(string name, PartState state, string message)
    {
        var now = time.GetUtcNow();
        _parts.AddOrUpdate(
            name,
            _ => new SystemPart(name, state, message, now),
            (_, before) => before with { State = state, Message = message, Since = before.State == state ? before.Since : now });
        Changed?.Invoke();
    }
}
