using DocFlow.Office.Steps;

namespace DocFlow.Office.Tests.Running;

/// <summary>An office whose procedures make no documents.</summary>
internal sealed class NoTemplates : ITemplateShelf
{
    public string? Find(string path) => null;
}
