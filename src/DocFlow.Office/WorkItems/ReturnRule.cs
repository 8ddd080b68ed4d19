namespace DocFlow.Office.WorkItems;

/// <summary>What a return (退回) by one of several seats does to the others that are still open.</summary>
public enum ReturnRule
{
    /// <summary>取消其余未办: the document goes back at once, open seats are withdrawn.</summary>
    WithdrawOpen,

    /// <summary>等其余办完: the document goes back when everybody has decided.</summary>
    AwaitOpen,
}
