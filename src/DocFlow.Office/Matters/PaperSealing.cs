using System.Globalization;
using System.Text;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Files;
using DocFlow.Office.People;
using DocFlow.Office.Registers;
using DocFlow.Office.Seals;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Matters;

/// <summary>Puts the seals that are in use on the files of a matter's document, and writes down who sealed it (监印) and who asked for it: always two persons.</summary>
internal sealed class PaperSealing(IOfficeData data, DocumentText texts, SealOrders seals, IDocumentRenderer renderer, KeptFiles files, EventLog events, OfficeClock clock)
{
    public static string KeyOf(string matterId, string name, Rendering source) => string.Create(CultureInfo.InvariantCulture, $"{matterId}/seal/{name}/{source.FileHash}");

    /// <summary>Which document of a matter a record is of, and the file of its text.</summary>
    public static (string Name, string FileHash) ReadKey(string key)
    {
        const string mark = "/seal/";
        var (start, end) = (key.IndexOf(mark, StringComparison.Ordinal) + mark.Length, key.LastIndexOf('/'));
        return (key[start..end], key[(end + 1)..]);
    }

    public async Task<bool> IsDoneAsync(string key, CancellationToken cancellationToken) =>
        data.SealRecords.Local.Any(record => record.Key == key) || await data.SealRecords.AnyAsync(record => record.Key == key, cancellationToken);

    public async Task SealAsync(Document matter, string name, List<Rendering> made, PaperSealers sealers, CancellationToken cancellationToken)
    {
        if (sealers.KeeperId == sealers.AskedById)
            throw RefusalException.Invalid("用印须由申请人以外的第二人监印，请调整任职后重试。");
        var source = made.Find(row => row.Format == Rendering.SourceFormat)!;
        var text = Encoding.UTF8.GetString(await texts.BytesAsync(source.FileHash, cancellationToken));
        data.SealRecords.Add(new SealRecord
        {
            Id = OfficeId.New(clock.Now), DocumentId = matter.Id, Key = KeyOf(matter.Id, name, source), SealedById = sealers.KeeperId, RequestedById = sealers.AskedById, Copies = 1,
            ContentHash = ContentHash.Of(text, new Dictionary<string, string>()), At = clock.Now,
        });
        var order = new RenderOrder(text, new Dictionary<string, byte[]>(), RenderingPurpose.Paper, null, null, null, null) { Seals = await seals.OfAsync(matter, text, clock.Now, cancellationToken) };
        foreach (var file in await renderer.RenderAsync(order, cancellationToken))
        {
            if (made.Find(row => row.Format == file.Format) is { } row)
                (row.FileHash, row.PageCount, row.At) = (await files.PutAsync(file.Content, cancellationToken), file.Pages, clock.Now);
        }

        List<string> involved = [sealers.KeeperId, sealers.AskedById];
        var people = await data.People.Where(person => involved.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
        events.Add(ActRecord.On(await texts.CurrentAsync(matter, cancellationToken), "文书用印") with
        {
            Actor = people.GetValueOrDefault(sealers.KeeperId), PostShown = sealers.KeeperPost, Opinion = name,
            Detail = new Dictionary<string, string> { ["文书"] = name, ["申请人"] = people.GetValueOrDefault(sealers.AskedById)?.Name ?? "" },
        });
    }
}

/// <summary>Who seals and who asked for it.</summary>
/// <param name="KeeperPost">The keeper's post as it is shown.</param>
internal sealed record PaperSealers(string KeeperId, string? KeeperPost, string AskedById);
