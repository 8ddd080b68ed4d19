using DocFlow.Office.Restricted;

namespace DocFlow.Office.Tests.Running;

/// <summary>Leaves texts as they are: sealing is the host's, and is tested there.</summary>
internal sealed class OpenSeal : ITextSeal
{
    public string Seal(string text) => text;

    public string? Open(string seal) => seal;
}
