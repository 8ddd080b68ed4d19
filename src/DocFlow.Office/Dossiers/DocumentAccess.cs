using DocFlow.Office.Desks;
using DocFlow.Office.Following;
using DocFlow.Office.Matters;
using DocFlow.Office.People;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Dossiers;

/// <summary>The one place that decides who may read or change a document.</summary>
internal sealed class DocumentAccess(IOfficeData data, OfficeDirectory directory, SeatReaches reaches, ProcedureCatalog catalog)
{
    /// <summary>The document with its drafts and opinions, for those who work on it; for others it is as if there were none.</summary>
    public async Task<Document> ReadableAsync(string personId, string documentId, CancellationToken cancellationToken)
    {
        var (document, isInside) = await SeenAsync(personId, documentId, cancellationToken);
        return isInside ? document : throw RefusalException.NotFound("这份公文");
    }

    /// <summary>
    /// The document, for those who work on it and for those who receive it. A recipient sees what was issued, not how it came to be:
    /// <c>IsInside</c> is false.
    /// </summary>
    public async Task<(Document Document, bool IsInside)> SeenAsync(string personId, string documentId, CancellationToken cancellationToken)
    {
        var document = await data.Documents.Include(row => row.Drafter).Include(row => row.DrafterUnit)
            .SingleOrDefaultAsync(row => row.Id == documentId, cancellationToken) ?? throw RefusalException.NotFound("这份公文");
        if (await IsInsideAsync(personId, document, cancellationToken))
            return (document, true);
        return await ReceivesAsync(personId, documentId, cancellationToken) ? (document, false) : throw RefusalException.NotFound("这份公文");
    }

    public async Task<bool> IsInsideAsync(string personId, Document document, CancellationToken cancellationToken) =>
        document.DrafterId == personId || await (await InsideAsync(personId, cancellationToken)).AnyAsync(row => row.Id == document.Id, cancellationToken);

    /// <summary>
    /// The documents that a person works on: the drafter, who has or had a seat (or stands in for its post), whom it was passed to (传阅) or who took a circulation over, the head of
    /// the drafter's unit or of its office and, but for matters, the registry once it was sent for review; of a matter, those whom its procedure lets read all;
    /// a delegate (委托代理) while the work that was delegated is open.
    /// </summary>
    public async Task<IQueryable<Document>> InsideAsync(string personId, CancellationToken cancellationToken)
    {
        var (posts, isRegistry, headOf, principals, readable) = await ViewerAsync(personId, cancellationToken);
        return data.Documents.Where(document =>
            document.DrafterId == personId
            || (document.InstanceId != null && ((isRegistry && !document.IsMatter) || headOf.Contains(document.DrafterUnitId)
                || (document.ProcedureId != null && readable.Contains(document.ProcedureId))))
            || data.WorkItems.Any(item => item.DocumentId == document.Id && item.Seats.Any(
                seat => seat.PersonId == personId || seat.DecidedById == personId || (seat.PostId != null && posts.Contains(seat.PostId))
                    || (principals.Contains(seat.PersonId) && seat.State == SeatState.Open && item.StepKind != StepKind.Sign && item.StepKind != StepKind.Seal)))
            || data.CirculationSheets.Any(sheet => sheet.DocumentId == document.Id && sheet.Readers.Any(reader => reader.PersonId == personId))
            || data.DocumentSights.Any(sight => sight.ViewerId == personId && sight.DocumentId == document.Id && data.CirculationSheets.Any(sheet => sheet.Id == sight.SourceId)));
    }

    /// <summary>Those among the given that the person works on.</summary>
    public async Task<HashSet<string>> InsideAmongAsync(string personId, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => ids.Count == 0
        ? []
        : [.. await (await InsideAsync(personId, cancellationToken)).Where(document => ids.Contains(document.Id)).Select(document => document.Id).ToListAsync(cancellationToken)];

    /// <summary>Those of a procedure, in the same sense, found from the person and not by asking about each document: for lists.</summary>
    public async Task<IQueryable<Document>> InsideAsync(string personId, string procedureId, CancellationToken cancellationToken)
    {
        var viewer = await ViewerAsync(personId, cancellationToken);
        var all = data.Documents.Where(document => document.ProcedureId == procedureId);
        return viewer.Readable.Contains(procedureId)
            ? all.Where(document => document.InstanceId != null || document.DrafterId == personId)
            // Joined, and not asked of each: otherwise SQLite walks all matters of the procedure for somebody who sees three.
            : InsideIds(viewer, personId, procedureId).Join(all, id => id, document => document.Id, (_, document) => document);
    }

    /// <summary>The ids of those of a procedure that a person works on who may not read them all, each once.</summary>
    public async Task<IQueryable<string>> InsideIdsAsync(string personId, string procedureId, CancellationToken cancellationToken) =>
        InsideIds(await ViewerAsync(personId, cancellationToken), personId, procedureId);

    private IQueryable<string> InsideIds(Viewer viewer, string personId, string procedureId)
    {
        var (posts, isRegistry, headOf, principals, _) = viewer;
        var all = data.Documents.Where(document => document.ProcedureId == procedureId);
        List<string> viewers = [personId, .. posts];
        var ids = data.DocumentSights.Where(sight => viewers.Contains(sight.ViewerId) && sight.ProcedureId == procedureId).Select(sight => sight.DocumentId);
        if (headOf.Count > 0)
            ids = ids.Union(all.Where(document => headOf.Contains(document.DrafterUnitId) && document.InstanceId != null).Select(document => document.Id));
        if (principals.Count > 0)
        {
            ids = ids.Union(data.Seats.Where(seat => principals.Contains(seat.PersonId) && seat.State == SeatState.Open && seat.WorkItem!.StepKind != StepKind.Sign && seat.WorkItem.StepKind != StepKind.Seal
                && seat.WorkItem.Document!.ProcedureId == procedureId).Select(seat => seat.WorkItem!.DocumentId));
        }

        if (isRegistry)
            ids = ids.Union(all.Where(document => !document.IsMatter && document.InstanceId != null).Select(document => document.Id));
        return ids.Distinct();
    }

    /// <summary>What a person follows and still works on, in the same sense: who sees what is asked first, the document itself only where that doesn't tell.</summary>
    public async Task<IQueryable<Follow>> FollowedAsync(string personId, CancellationToken cancellationToken)
    {
        var (posts, isRegistry, headOf, principals, readable) = await ViewerAsync(personId, cancellationToken);
        List<string> viewers = [personId, .. posts];
        // As parameters: most persons stand in for nobody, and the statement stays the same for all.
        // The first of each, and not whether there is any: for that PostgreSQL would gather all that the person sees before it answers for one page.
        return data.Follows.AsNoTracking().Where(follow => follow.PersonId == personId && (
            data.DocumentSights.Where(sight => viewers.Contains(sight.ViewerId) && sight.DocumentId == follow.DocumentId).Select(sight => sight.SourceId).FirstOrDefault() != null
            || data.Documents.Where(document => document.Id == follow.DocumentId && document.InstanceId != null
                && ((isRegistry && !document.IsMatter) || EF.Parameter(headOf).Contains(document.DrafterUnitId) || (document.ProcedureId != null && EF.Parameter(readable).Contains(document.ProcedureId))))
                .Select(document => document.Id).FirstOrDefault() != null
            || data.Seats.Where(seat => EF.Parameter(principals).Contains(seat.PersonId) && seat.State == SeatState.Open && seat.WorkItem!.StepKind != StepKind.Sign && seat.WorkItem.StepKind != StepKind.Seal
                && seat.WorkItem.DocumentId == follow.DocumentId).Select(seat => seat.Id).FirstOrDefault() != null));
    }

    /// <summary>Those of some documents that a person may open, as one who works on them or as a recipient.</summary>
    public async Task<IReadOnlySet<string>> OpenableAsync(string personId, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return new HashSet<string>();
        var inside = await (await InsideAsync(personId, cancellationToken)).Where(document => ids.Contains(document.Id)).Select(document => document.Id).ToListAsync(cancellationToken);
        var units = await ReceivingUnitsAsync(personId, cancellationToken);
        var received = units.Count == 0
            ? []
            : await data.Distributions.Where(row => ids.Contains(row.DocumentId) && row.Receipts.Any(receipt => receipt.UnitId != null && units.Contains(receipt.UnitId)))
                .Select(row => row.DocumentId).ToListAsync(cancellationToken);
        return inside.Concat(received).ToHashSet();
    }

    private async Task<Viewer> ViewerAsync(string personId, CancellationToken cancellationToken)
    {
        var posts = (await directory.InForce().Where(appointment => appointment.PersonId == personId).ToListAsync(cancellationToken))
            .Select(appointment => appointment.Post!).ToList();
        var headOf = posts.Where(post => post.Duties.HasFlag(PostDuties.Head)).Select(post => post.UnitId).ToList();
        // Whoever leads an office heads all its units.
        var offices = posts.Where(post => post.Duties.HasFlag(PostDuties.Head) && post.Unit!.Kind == UnitKind.Leadership).Select(post => post.Unit!.ParentId).OfType<string>().ToList();
        if (offices.Count > 0)
            headOf.AddRange(await data.Units.Where(unit => offices.Contains(unit.Id) || offices.Contains(unit.ParentId!)).Select(unit => unit.Id).ToListAsync(cancellationToken));
        return new Viewer(
            posts.ConvertAll(post => post.Id), posts.Exists(post => post.Duties.HasFlag(PostDuties.Registry)), headOf, await directory.PrincipalsAsync(personId, cancellationToken),
            await catalog.ReadableAsync(posts, cancellationToken));
    }

    private async Task<bool> ReceivesAsync(string personId, string documentId, CancellationToken cancellationToken)
    {
        var units = await ReceivingUnitsAsync(personId, cancellationToken);
        return await data.Distributions.AnyAsync(
            distribution => distribution.DocumentId == documentId
                && distribution.Receipts.Any(receipt => receipt.UnitId != null && units.Contains(receipt.UnitId)),
            cancellationToken);
    }

    /// <summary>The units that a person signs for (签收).</summary>
    public async Task<IReadOnlyList<string>> ReceivingUnitsAsync(string personId, CancellationToken cancellationToken) =>
        ReceivingUnits(await directory.InForce().Where(appointment => appointment.PersonId == personId)
            .Select(appointment => appointment.Post!).ToListAsync(cancellationToken));

    public Task<bool> IsRegistryAsync(string personId, CancellationToken cancellationToken) => directory.InForce()
        .AnyAsync(appointment => appointment.PersonId == personId && (appointment.Post!.Duties & PostDuties.Registry) != 0, cancellationToken);

    /// <summary>The drafter before review; whoever may act on an open seat that writes or reviews (its holder, the stand-in, the delegate) while it runs; nobody once it is signed.</summary>
    public async Task<bool> MayEditAsync(string personId, Document document, CancellationToken cancellationToken) => document.State switch
    {
        // What a matter says is filled in with the steps' decisions.
        _ when document.IsMatter => false,
        DocumentState.Draft => document.DrafterId == personId,
        DocumentState.Running => await MayEditRunningAsync(personId, document, cancellationToken),
        _ => false,
    };

    /// <summary>Whether a person answers opinions and notes on it: the drafter, or who revises in the drafter's place; reviewers don't answer for the draft.</summary>
    public async Task<bool> AnswersForAsync(string personId, Document document, CancellationToken cancellationToken) =>
        document.State == DocumentState.Running && (document.DrafterId == personId || await RevisedAsync(personId, document, cancellationToken) is not null);

    /// <summary>In whose place a person who isn't the drafter answers for the draft (代): the name of whoever has it to revise; null for the own work.</summary>
    public async Task<string?> RevisesForAsync(string personId, Document document, CancellationToken cancellationToken) =>
        document.DrafterId != personId && await RevisedAsync(personId, document, cancellationToken) is { } seat && seat.PersonId != personId ? seat.Person!.Name : null;

    private async Task<Seat?> RevisedAsync(string personId, Document document, CancellationToken cancellationToken) => await data.Seats.AsNoTracking().Include(seat => seat.Person)
        .Where(seat => seat.WorkItem!.DocumentId == document.Id && seat.State == SeatState.Open && seat.WorkItem.StepKind == StepKind.Draft)
        .Where((await reaches.OfAsync(personId, cancellationToken)).Filter).OrderBy(seat => seat.Order).FirstOrDefaultAsync(cancellationToken);

    private async Task<bool> MayEditRunningAsync(string personId, Document document, CancellationToken cancellationToken) => await data.Seats
        .Where(seat => seat.WorkItem!.DocumentId == document.Id && seat.State == SeatState.Open && (seat.WorkItem.StepKind == StepKind.Draft || seat.WorkItem.StepKind == StepKind.Review))
        .AnyAsync((await reaches.OfAsync(personId, cancellationToken)).Filter, cancellationToken);

    private static List<string> ReceivingUnits(IEnumerable<Post> posts) =>
        posts.Where(post => post.Duties.HasFlag(PostDuties.Receive)).Select(post => post.UnitId).Distinct().ToList();

    /// <summary>What a person is when it is asked who sees a document.</summary>
    /// <param name="HeadOf">The units whose drafts they see.</param>
    /// <param name="Principals">Whose work is delegated to them.</param>
    /// <param name="Readable">The procedures all of whose matters they read.</param>
    private sealed record Viewer(List<string> Posts, bool IsRegistry, List<string> HeadOf, List<string> Principals, IReadOnlyList<string> Readable);
}
