namespace DocFlow.Office.WorkItems;

/// <summary>When a seat that was asked for (加签) comes in relation to the seat of the person who asked.</summary>
public enum SeatPlace
{
    /// <summary>并加签: at the same time.</summary>
    Beside,

    /// <summary>前加签: the asker decides after this one.</summary>
    Before,

    /// <summary>后加签: opens when the asker has decided.</summary>
    After,
}
