using DocFlow.Documents.Typesetting;
using DocFlow.Office;

namespace DocFlow.Host.Rendering;

/// <summary>The pages of a produced file, typeset again.</summary>
/// <param name="IsSameAsFile">The file written from these pages is the kept one, byte for byte, up to its electronic signature; false when fonts or program have changed since.</param>
internal sealed record DrawnPages(IReadOnlyList<TypesetPage> Pages, bool IsSameAsFile)
{
    /// <exception cref="RefusalException">There is no such page.</exception>
    public TypesetPage Page(int number) => number >= 1 && number <= Pages.Count
        ? Pages[number - 1]
        : throw new RefusalException(Refusal.NotFound, $"这个文件共{Pages.Count}页，没有第{number}页。");
}
