namespace DocFlow.Office.Steps;

/// <summary>The document templates; the host knows their folder.</summary>
public interface ITemplateShelf
{
    /// <summary>The template's text (*.gw.txt with Liquid); null when there is none.</summary>
    /// <param name="path">Its folder under templates/, such as letter/urging.</param>
    string? Find(string path);
}
