namespace DocFlow.Documents.Pdf;

/// <summary>An element of the logical structure: what it is, what it holds and what of the pages belongs to it.</summary>
/// <param name="Type">A standard structure type of PDF 1.7 §14.8.4.</param>
internal sealed record StructureElement(string Type)
{
    public List<StructureElement> Children { get; } = [];

    /// <summary>The marked content that it stands for, page by page.</summary>
    public List<(int Page, int Id)> Marks { get; } = [];

    /// <summary>What a picture says, for who can't see it.</summary>
    public string? Description { get; init; }

    /// <summary>Its number in the file.</summary>
    public int Object { get; set; }

    /// <summary>It and all below it, itself first.</summary>
    public IEnumerable<StructureElement> All() => Children.SelectMany(child => child.All()).Prepend(this);
}
