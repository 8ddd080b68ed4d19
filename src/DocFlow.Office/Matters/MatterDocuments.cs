using System.Globalization;
using System.Text;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Source;
using DocFlow.Documents.Templates;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Files;
using DocFlow.Office.Notices;
using DocFlow.Office.Procedures;
using DocFlow.Office.Registers;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Matters;

/// <inheritdoc />
internal sealed class MatterDocuments(
    IOfficeData data, ProcedureCatalog catalog, DocumentText texts, ITemplateShelf shelf, MatterFacts facts, NumberCounters counters, IDocumentRenderer renderer, KeptFiles files,
    NoticeWriter notices, EventLog events, OfficeClock clock) : IMatterDocuments
{
    private const int MostNamed = 3;

    public async Task<string> ProduceAsync(string documentId, string name, PaperOrder order, CancellationToken cancellationToken = default)
    {
        var (matter, declared) = await DeclaredAsync(documentId, name, cancellationToken);
        var kept = await OfAsync(matter.Id, row => row.VersionOrdinal == matter.CurrentVersion && (row.Name == name || (order.Anew && IsAnother(row.Name, name))), cancellationToken);
        if (kept.Count == 0)
            kept = (order.Anew ? await MakeAnotherAsync(documentId, name, cancellationToken) : await MakeAsync(matter, declared, name, cancellationToken)).Files;
        if (order.ToParts)
            await PutWithPartsAsync(matter, kept, cancellationToken);
        return kept[0].Name;
    }

    /// <summary>Makes one more of a document that may go out again and again (催办函, 变更通知): each has a name and a number of its own.</summary>
    public async Task<MadeDocument> MakeAnotherAsync(string documentId, string name, CancellationToken cancellationToken)
    {
        var (matter, declared) = await DeclaredAsync(documentId, name, cancellationToken);
        var before = (await OfAsync(matter.Id, row => row.Name == name || IsAnother(row.Name, name), cancellationToken)).Select(row => row.Name).Distinct().Count();
        return await MakeAsync(matter, declared, before == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}（{before + 1}）"), cancellationToken);
    }

    private static bool IsAnother(string made, string name) => made.StartsWith(name + "（", StringComparison.Ordinal);

    private async Task<(Document Matter, ProcedureDocument Declared)> DeclaredAsync(string documentId, string name, CancellationToken cancellationToken)
    {
        var matter = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这个事项");
        var procedure = matter.IsMatter ? await catalog.FindAsync(matter.ProcedureId, cancellationToken) : null;
        return procedure?.Documents.FirstOrDefault(document => document.Name == name) is { } declared
            ? (matter, declared)
            : throw RefusalException.Invalid($"流程没有写明文书“{name}”，不能为《{matter.Title}》生成。请在流程的 documents 中写明后重试。");
    }

    private async Task<MadeDocument> MakeAsync(Document matter, ProcedureDocument declared, string name, CancellationToken cancellationToken)
    {
        var template = shelf.Find(declared.Template) ?? throw RefusalException.Invalid($"没有模板“{declared.Template}”，不能生成{name}。请补上模板或改正流程后重试。");
        var number = await NumberAsync(matter, declared, name, cancellationToken);
        var filled = TemplateFiller.Fill(template, await facts.ReadAsync(matter, number, cancellationToken));
        if (filled.Source is not { } source)
            throw RefusalException.Invalid($"{name}没有生成：模板“{declared.Template}”{filled.Problem}");
        var drawn = await renderer.RenderAsync(new RenderOrder(source, new Dictionary<string, byte[]>(), RenderingPurpose.Paper, null, null, null, null), cancellationToken);
        var rows = new List<Rendering> { Row(matter, name, Rendering.SourceFormat, await files.PutAsync(Encoding.UTF8.GetBytes(source), cancellationToken), 0) };
        foreach (var file in drawn)
            rows.Add(Row(matter, name, file.Format, await files.PutAsync(file.Content, cancellationToken), file.Pages));
        data.Renderings.AddRange(rows);
        events.Add(ActRecord.On(await texts.CurrentAsync(matter, cancellationToken), "生成文书") with { Opinion = Told(name, number, source) });
        return new MadeDocument(name, number, declared.MustBeSealed, rows);
    }

    private async Task<string?> NumberAsync(Document matter, ProcedureDocument declared, string name, CancellationToken cancellationToken)
    {
        if (declared.BearsMatterNumber)
            return matter.Number;
        if (declared.NumberCode is not { } code)
            return null;
        // A document that is made anew keeps the number that it was given.
        var key = NumberCounters.KeyOf(matter.Id, name);
        var given = data.IssuedNumbers.Local.FirstOrDefault(row => row.Key == key) ?? await data.IssuedNumbers.FirstOrDefaultAsync(row => row.Key == key, cancellationToken);
        return (given ?? await counters.NextAsync(code, matter.Id, clock.Now, cancellationToken, name)).Text;
    }

    // The people who filled in the words can mend them, the procedure can't.
    private static string Told(string name, string? number, string source)
    {
        var reading = DocumentSource.Read(source, new SourceReadOptions { ReadSibling = _ => null });
        var wrong = reading.Document is { } document
            ? DocumentChecker.Check(document, reading.ElementLines).Where(finding => finding.Severity == FindingSeverity.Blocking).Select(finding => finding.Message).Distinct().ToList()
            : [];
        var what = number is null ? name : $"{name}（{number}）";
        return wrong.Count == 0 ? what : $"{what}，有{wrong.Count}处须改正：{string.Join(' ', wrong.Take(MostNamed))}";
    }

    /// <summary>The files of the latest making of a document.</summary>
    public async Task<List<Rendering>> LatestAsync(string matterId, string name, CancellationToken cancellationToken)
    {
        var all = await OfAsync(matterId, row => row.Name == name, cancellationToken);
        return all.FindAll(row => row.VersionOrdinal == all.Max(other => other.VersionOrdinal));
    }

    /// <summary>Puts files with the matters that were born from one, and tells those who work on them.</summary>
    public async Task PutWithPartsAsync(Document matter, List<Rendering> made, CancellationToken cancellationToken)
    {
        var parts = await data.Documents.Where(part => part.BornFromId == matter.Id && part.IsMatter && part.State != DocumentState.Void).ToListAsync(cancellationToken);
        parts.AddRange(data.Documents.Local.Where(part => part.BornFromId == matter.Id && part.IsMatter && !parts.Contains(part)));
        foreach (var part in parts)
        {
            var there = await OfAsync(part.Id, row => row.Name == made[0].Name, cancellationToken);
            if (there.Exists(row => row.FileHash == made[0].FileHash))
                continue;
            if (there.Exists(row => row.VersionOrdinal == part.CurrentVersion))
                data.Renderings.RemoveRange(there.Where(row => row.VersionOrdinal == part.CurrentVersion));
            data.Renderings.AddRange(made.Select(row => Row(part, row.Name, row.Format, row.FileHash, row.PageCount)));
            // A part that was just born comes as new work anyway.
            var people = await data.Seats.Where(seat => seat.WorkItem!.DocumentId == part.Id && seat.PersonId != matter.DrafterId).Select(seat => seat.PersonId).Distinct().ToListAsync(cancellationToken);
            await notices.TellAsync(people, NoticeKind.Followed, $"document/{part.Id}/{made[0].Id}", $"《{part.Title}》收到{made[0].Name}，请查阅。", part.Id, null, cancellationToken);
            events.Add(ActRecord.On(await texts.CurrentAsync(part, cancellationToken), "收到文书") with { Opinion = made[0].Name });
        }
    }

    /// <summary>Puts the sealed files of a document that went out before it was sealed in the place of those that its receivers have, and tells them.</summary>
    /// <returns>Whether anybody had received it.</returns>
    public async Task<bool> ReplaceWithPartsAsync(Document matter, List<Rendering> sealedFiles, CancellationToken cancellationToken)
    {
        var name = sealedFiles[0].Name;
        var parts = await data.Documents.Where(part => part.BornFromId == matter.Id && part.IsMatter).ToDictionaryAsync(part => part.Id, cancellationToken);
        var ids = parts.Keys.ToList();
        var given = await data.Renderings.Where(row => ids.Contains(row.DocumentId) && row.Purpose == RenderingPurpose.Paper && row.Name == name).ToListAsync(cancellationToken);
        foreach (var row in given)
        {
            if (sealedFiles.Find(file => file.Format == row.Format) is { } file)
                (row.FileHash, row.PageCount, row.At) = (file.FileHash, file.PageCount, file.At);
        }

        foreach (var part in given.Select(row => parts[row.DocumentId]).Distinct())
        {
            var people = await data.Seats.Where(seat => seat.WorkItem!.DocumentId == part.Id && seat.PersonId != matter.DrafterId).Select(seat => seat.PersonId).Distinct().ToListAsync(cancellationToken);
            await notices.TellAsync(people, NoticeKind.Followed, $"document-sealed/{part.Id}/{sealedFiles[0].Id}", $"《{part.Title}》的{name}已加盖印章，请查阅。", part.Id, null, cancellationToken);
            events.Add(ActRecord.On(await texts.CurrentAsync(part, cancellationToken), "收到文书") with { Opinion = $"{name}，已加盖印章" });
        }

        return given.Count > 0;
    }

    private Rendering Row(Document matter, string name, string format, string hash, int pages) => new()
    {
        Id = OfficeId.New(clock.Now),
        DocumentId = matter.Id,
        VersionOrdinal = matter.CurrentVersion,
        Purpose = RenderingPurpose.Paper,
        Format = format,
        Name = name,
        FileHash = hash,
        PageCount = pages,
        At = clock.Now,
    };

    // Those that this burst adds aren't in the database yet.
    private async Task<List<Rendering>> OfAsync(string matterId, Func<Rendering, bool> where, CancellationToken cancellationToken)
    {
        var all = await data.Renderings.Where(row => row.DocumentId == matterId && row.Purpose == RenderingPurpose.Paper).ToListAsync(cancellationToken);
        return [.. all.Union(data.Renderings.Local.Where(row => row.DocumentId == matterId && row.Purpose == RenderingPurpose.Paper)).Where(where)];
    }
}

/// <summary>A document that was made.</summary>
/// <param name="MustBeSealed">It goes out with a seal.</param>
/// <param name="Files">Its text, Word and PDF files.</param>
internal sealed record MadeDocument(string Name, string? Number, bool MustBeSealed, List<Rendering> Files);
