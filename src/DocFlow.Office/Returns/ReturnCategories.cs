using DocFlow.Office.Lists;

namespace DocFlow.Office.Returns;

/// <summary>Why a document may be returned (退文类别), as the office's list has it now.</summary>
internal sealed class ReturnCategories(StoredLists lists)
{
    public const string ListName = "return-categories";

    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) => (await lists.FindAsync(ListName, cancellationToken))?.Items ?? [];

    /// <exception cref="RefusalException">Not in the list.</exception>
    public async Task RequireAsync(string? category, CancellationToken cancellationToken)
    {
        if (category is not null && await ListAsync(cancellationToken) is var all && !all.Contains(category))
            throw RefusalException.Invalid($"退文类别“{category}”不在清单中，可选：{string.Join('、', all)}。");
    }
}
