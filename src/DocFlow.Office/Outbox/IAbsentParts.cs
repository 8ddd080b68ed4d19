namespace DocFlow.Office.Outbox;

/// <summary>Parts of the system that are still being fetched (fonts). What fails while one is absent is tried again without counting.</summary>
public interface IAbsentParts
{
    bool Any { get; }
}
