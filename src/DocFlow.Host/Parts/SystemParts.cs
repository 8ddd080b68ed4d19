using System.Collections.Concurrent;
using DocFlow.Office.Outbox;

namespace DocFlow.Host.Parts;

/// <summary>How the fetched parts stand: for pages, the API and the outbox.</summary>
internal sealed class SystemParts(TimeProvider time) : IAbsentParts
{
    private readonly ConcurrentDictionary<string, SystemPart> _parts = new(StringComparer.Ordinal);

    public IReadOnlyList<SystemPart> All => [.. _parts.Values.OrderBy(part => part.Name, StringComparer.Ordinal)];

    /// <summary>Whether pages can't be drawn yet; no document waits for the designer.</summary>
    public bool Any => _parts.Values.Any(part => part is { ConcernsDocuments: true, State: not PartState.Ready });

    /// <summary>How one part stands; null before the host started.</summary>
    public SystemPart? Find(string name) => _parts.GetValueOrDefault(name);

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
