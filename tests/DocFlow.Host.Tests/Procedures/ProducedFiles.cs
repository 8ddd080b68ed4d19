using System.Text.Json;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Source;
using DocFlow.Office;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>The official documents that a procedure made of a matter, as somebody downloads them.</summary>
internal static class ProducedFiles
{
    /// <summary>The names of all, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(OfficeHost host, string login, string matter) =>
        [.. (await FilesAsync(host, login, matter)).Select(file => file.GetProperty("name").GetString()!).Distinct()];

    /// <summary>Takes all its files and holds each to what the checker asks; the words of its PDF.</summary>
    public static async Task<string> CheckedAsync(OfficeHost host, string login, string matter, string name)
    {
        async Task<byte[]> ReadAsync(string format) => await BytesAsync(host, login, matter, name, format);
        return Checked(await ReadAsync("gw.txt"), await ReadAsync("pdf"), await ReadAsync("docx"));
    }

    /// <summary>A report (专报) of a register, held to the same.</summary>
    public static async Task<string> CheckedReportAsync(OfficeHost host, string login, string procedure, string name, string query)
    {
        async Task<byte[]> ReadAsync(string format) => await host.As(login).GetByteArrayAsync($"/api/procedures/{procedure}/reports/{Uri.EscapeDataString(name)}?format={format}&{query}");
        return Checked(await ReadAsync("gw.txt"), await ReadAsync("pdf"), await ReadAsync("docx"));
    }

    private static string Checked(byte[] text, byte[] pdf, byte[] docx)
    {
        var source = DocumentSource.Read(System.Text.Encoding.UTF8.GetString(text));
        Assert.Empty(source.Problems);
        using var word = new MemoryStream(docx);
        var findings = DocumentChecker.Check(source.Document!, source.ElementLines).Concat(FileChecker.CheckPdf(pdf)).Concat(FileChecker.CheckWord(word));
        Assert.Empty(findings.Where(finding => finding.Severity == FindingSeverity.Blocking).Select(finding => $"{finding.Rule} {finding.Message} {finding.Text}"));
        using var document = PdfDocument.Open(pdf);
        return string.Concat(document.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
    }

    /// <summary>Whether its Word file bears a picture, as a sealed one does.</summary>
    public static async Task<bool> IsSealedAsync(OfficeHost host, string login, string matter, string name)
    {
        using var word = new System.IO.Compression.ZipArchive(new MemoryStream(await BytesAsync(host, login, matter, name, "docx")));
        return word.Entries.Any(entry => entry.FullName.EndsWith(".png", StringComparison.Ordinal));
    }

    /// <summary>The lines of the seal register (用印登记) for a matter, oldest first: the document, who sealed it and who asked for it.</summary>
    public static async Task<IReadOnlyList<(string Document, string Keeper, string? AskedBy)>> SealLinesAsync(OfficeHost host, string matter)
    {
        await using var scope = host.Get<IServiceScopeFactory>().CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<IOfficeData>();
        var lines = await data.SealRecords.Where(record => record.DocumentId == matter).OrderBy(record => record.Id).ToListAsync();
        var names = await data.People.ToDictionaryAsync(person => person.Id, person => person.Name);
        return [.. lines.Select(line => (line.Key.Split('/')[2], names[line.SealedById], line.RequestedById is { } asked ? names[asked] : null))];
    }

    private static async Task<byte[]> BytesAsync(OfficeHost host, string login, string matter, string name, string format)
    {
        var hash = (await FilesAsync(host, login, matter)).Last(file => file.GetProperty("name").GetString() == name && file.GetProperty("format").GetString() == format).GetProperty("fileHash").GetString();
        return await host.As(login).GetByteArrayAsync($"/api/documents/{matter}/files/{hash}");
    }

    private static async Task<IReadOnlyList<JsonElement>> FilesAsync(OfficeHost host, string login, string matter) =>
        [.. (await host.ReadAsync(login, $"/api/documents/{matter}")).GetProperty("files").EnumerateArray().Where(file => file.GetProperty("purpose").GetString() == "Paper")];
}
