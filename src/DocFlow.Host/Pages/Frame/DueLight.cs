namespace DocFlow.Host.Pages.Frame;

/// <summary>How pressing a deadline is; shown by shape and word, not by colour alone.</summary>
internal enum DueLight
{
    Fine,

    /// <summary>Three working days or fewer are left.</summary>
    Soon,

    Past,
}
