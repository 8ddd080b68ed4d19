namespace DocFlow.Office.Settings;

/// <summary>Reads and changes the office's rules. A change is an event of the account that made it.</summary>
public interface IOfficeRuleDesk
{
    Task<OfficeRules> ReadAsync(CancellationToken cancellationToken = default);

    /// <exception cref="RefusalException">The hour isn't one of a day, or the days are too many.</exception>
    Task ChangeAsync(string account, OfficeRules rules, CancellationToken cancellationToken = default);
}
