using DocFlow.Documents.Comparing;
using DocFlow.Documents.Model;
using DocFlow.Documents.Source;
using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Comparing;

/// <inheritdoc />
internal sealed class Comparisons(DocumentAccess access, VersionTexts versions) : IComparisons
{
    public async Task<IReadOnlyList<ComparedVersion>> ReadAsync(
        string personId, string documentId, int from, int to, CancellationToken cancellationToken = default)
    {
        VersionRange.Require(await access.ReadableAsync(personId, documentId, cancellationToken), from, to, await versions.NewestAsync(documentId, cancellationToken));
        return [.. (await versions.ReadAsync(documentId, from, to, cancellationToken)).Select(version => new ComparedVersion(Read(version), version.Author))];
    }

    private static OfficialDocument Read(WrittenVersion version) =>
        DocumentSource.Read(version.Text.Source, new SourceReadOptions { ReadSibling = name => version.Text.Files.GetValueOrDefault(name) }).Document
        ?? throw RefusalException.Invalid($"第{version.Ordinal}稿的文本不完整，不能比较。");
}
