namespace DocFlow.Office.Events;

/// <inheritdoc />
internal sealed class ProcedureLog(EventLog events) : IProcedureLog
{
    public void Add(string? account, string act, string? procedure, string? instance, string? hash = null)
    {
        (string Name, string? Value)[] facts = [("流程", procedure), ("流程实例", instance), ("流程摘要", hash)];
        events.Add(new ActRecord(act) { Account = account, Detail = facts.Where(fact => fact.Value is not null).ToDictionary(fact => fact.Name, fact => fact.Value!) });
    }
}
