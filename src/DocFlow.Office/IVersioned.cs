namespace DocFlow.Office;

/// <summary>A row that two people may change at once: the context raises <see cref="Version"/> at each save and refuses a stale one.</summary>
public interface IVersioned
{
    int Version { get; set; }
}
