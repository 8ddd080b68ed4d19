using DocFlow.Office;
using DocFlow.Office.Assessment;
using DocFlow.Office.Checklists;
using DocFlow.Office.Circulation;
using DocFlow.Office.Deadlines;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Following;
using DocFlow.Office.Handovers;
using DocFlow.Office.Handwriting;
using DocFlow.Office.Matters;
using DocFlow.Office.Notices;
using DocFlow.Office.Opinions;
using DocFlow.Office.Outbox;
using DocFlow.Office.ParagraphNotes;
using DocFlow.Office.People;
using DocFlow.Office.Registers;
using DocFlow.Office.Restricted;
using DocFlow.Office.SavedViews;
using DocFlow.Office.Schedules;
using DocFlow.Office.Sending;
using DocFlow.Office.Settings;
using DocFlow.Office.WorkItems;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence;

/// <summary>Everything in one database: the office, the engine and the accounts. One instance per scope, one save per transaction.</summary>
public abstract class DocFlowDbContext(DbContextOptions options, OutboxSignal outbox) : IdentityDbContext<DocFlowUser>(options), IOfficeData
{
    private bool _holdsGate;
    private bool _hasMessages;

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Appointment> Appointments => Set<Appointment>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<CosigningUnit> CosigningUnits => Set<CosigningUnit>();

    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();

    public DbSet<VersionAttachment> VersionAttachments => Set<VersionAttachment>();

    public DbSet<DocumentSight> DocumentSights => Set<DocumentSight>();

    public DbSet<MatterValue> MatterValues => Set<MatterValue>();

    public virtual bool MergesWalks => false;

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<RestrictedText> RestrictedTexts => Set<RestrictedText>();

    public DbSet<CheckLine> CheckLines => Set<CheckLine>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<Rendering> Renderings => Set<Rendering>();

    public DbSet<Distribution> Distributions => Set<Distribution>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<ParagraphNote> ParagraphNotes => Set<ParagraphNote>();

    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    public DbSet<Seat> Seats => Set<Seat>();

    public DbSet<Deadline> Deadlines => Set<Deadline>();

    public DbSet<SeatHandwriting> Handwritings => Set<SeatHandwriting>();

    public DbSet<OpinionAnswer> OpinionAnswers => Set<OpinionAnswer>();

    public DbSet<CirculationSheet> CirculationSheets => Set<CirculationSheet>();

    public DbSet<CirculationReader> CirculationReaders => Set<CirculationReader>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<NoticeContact> NoticeContacts => Set<NoticeContact>();

    public DbSet<NoticeChoice> NoticeChoices => Set<NoticeChoice>();

    public DbSet<Follow> Follows => Set<Follow>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<Handover> Handovers => Set<Handover>();

    public DbSet<Leave> Leaves => Set<Leave>();

    public DbSet<Engagement> Engagements => Set<Engagement>();

    public DbSet<ScheduleDay> ScheduleDays => Set<ScheduleDay>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    public DbSet<NumberCounter> NumberCounters => Set<NumberCounter>();

    public DbSet<IssuedNumber> IssuedNumbers => Set<IssuedNumber>();

    public DbSet<SealRecord> SealRecords => Set<SealRecord>();

    public DbSet<OfficeEvent> Events => Set<OfficeEvent>();

    public DbSet<ChainHead> ChainHeads => Set<ChainHead>();

    public DbSet<OfficeSetting> Settings => Set<OfficeSetting>();

    public DbSet<ScoreSheet> ScoreSheets => Set<ScoreSheet>();

    public DbSet<ScoreEntry> ScoreEntries => Set<ScoreEntry>();

    public DbSet<ScoreCorrection> ScoreCorrections => Set<ScoreCorrection>();

    /// <summary>Orders the writers of this process where the database can't; null where it can.</summary>
    private protected virtual SemaphoreSlim? WriteGate => null;

    /// <summary>Saves in one transaction with whoever saves at the same time, where the database gains by it.</summary>
    /// <returns>The number of rows; null when it was not saved.</returns>
    private protected virtual Task<int?> SaveTogetherAsync(CancellationToken cancellationToken) => Task.FromResult<int?>(null);

    /// <summary>Keeps the connection open over an act's queries, where opening it costs as much as a query.</summary>
    /// <returns>Closes it; null where there is nothing to gain.</returns>
    internal virtual ValueTask<IAsyncDisposable?> HoldConnectionAsync() => ValueTask.FromResult<IAsyncDisposable?>(null);

    public void Forget() => ChangeTracker.Clear();

    /// <summary>Does several reads and saves in one transaction; it is undone when they throw.</summary>
    internal async Task<T> InTransactionAsync<T>(Func<Task<T>> act, CancellationToken cancellationToken)
    {
        if (WriteGate is { } gate)
            await gate.WaitAsync(cancellationToken);
        _holdsGate = true;
        T result;
        try
        {
            await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
            result = await act();
            await transaction.CommitAsync(cancellationToken);
        }
        catch
        {
            // What was read and changed in it must not be saved by a later act of the scope.
            ChangeTracker.Clear();
            _hasMessages = false;
            throw;
        }
        finally
        {
            _holdsGate = false;
            WriteGate?.Release();
        }

        if (_hasMessages)
            outbox.Raise();
        _hasMessages = false;
        return result;
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changes = PendingChanges.Prepare(ChangeTracker);
        await SightKeeping.KeepAsync(this, changes.Places, cancellationToken);
        await DueKeeping.KeepAsync(this, changes, cancellationToken);
        if (!_holdsGate && changes.Events.Count == 0 && acceptAllChangesOnSuccess && Database.CurrentTransaction is null && await SaveTogetherAsync(cancellationToken) is { } rows)
            return rows;
        var gate = _holdsGate ? null : WriteGate;
        if (gate is not null)
            await gate.WaitAsync(cancellationToken);
        int saved;
        try
        {
            saved = changes.Events.Count == 0
                ? await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
                : await SaveWithEventsAsync(changes.Events, acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            gate?.Release();
        }

        _hasMessages |= changes.HasMessages;
        if (_hasMessages && !_holdsGate)
        {
            _hasMessages = false;
            outbox.Raise();
        }

        return saved;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync: the write gate and the event chain are asynchronous.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(DocFlowDbContext).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(IVersioned))))
            entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
    }

    private async Task<int> SaveWithEventsAsync(IReadOnlyList<OfficeEvent> events, bool acceptAllChanges, CancellationToken cancellationToken)
    {
        // A caller's own transaction spans several saves; the chain is locked until it ends.
        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await EventChain.AppendAsync(this, events, cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChanges, cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return saved;
    }
}
