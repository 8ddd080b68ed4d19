namespace DocFlow.Office.Steps;

/// <summary>Whether the burst of this scope runs a procedure again from its start: only then steps are passed on the way to where a document was moved.</summary>
internal sealed class RestartingBurst
{
    public bool IsOn { get; set; }
}
