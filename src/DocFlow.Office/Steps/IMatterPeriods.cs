namespace DocFlow.Office.Steps;

/// <summary>Deadlines that come again and again (每月通报 …). Only adds to the context.</summary>
public interface IMatterPeriods
{
    /// <summary>Puts the next day of a frequency into a date field, and the matter's deadline with it; a matter without a frequency keeps what it has.</summary>
    /// <param name="byField">The choice 每月, 每季度, 每半年 or 每年.</param>
    /// <param name="firstOnly">Only where no day is given yet: the end of the period that it is now.</param>
    Task AdvanceAsync(string documentId, string dateField, string byField, bool firstOnly, CancellationToken cancellationToken = default);
}
