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
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office;

/// <summary>The office's tables. One instance per scope is one transaction: what is added is saved at once, or not at all.</summary>
public interface IOfficeData
{
    DbSet<Unit> Units { get; }

    DbSet<Post> Posts { get; }

    DbSet<Person> People { get; }

    DbSet<Appointment> Appointments { get; }

    DbSet<Document> Documents { get; }

    DbSet<CosigningUnit> CosigningUnits { get; }

    DbSet<DocumentVersion> DocumentVersions { get; }

    DbSet<VersionAttachment> VersionAttachments { get; }

    DbSet<DocumentSight> DocumentSights { get; }

    DbSet<MatterValue> MatterValues { get; }

    DbSet<SavedView> SavedViews { get; }

    DbSet<RestrictedText> RestrictedTexts { get; }

    DbSet<CheckLine> CheckLines { get; }

    DbSet<StoredFile> StoredFiles { get; }

    DbSet<Rendering> Renderings { get; }

    DbSet<Distribution> Distributions { get; }

    DbSet<Receipt> Receipts { get; }

    DbSet<Correction> Corrections { get; }

    DbSet<ParagraphNote> ParagraphNotes { get; }

    DbSet<WorkItem> WorkItems { get; }

    DbSet<Seat> Seats { get; }

    DbSet<SeatHandwriting> Handwritings { get; }

    DbSet<Deadline> Deadlines { get; }

    DbSet<OpinionAnswer> OpinionAnswers { get; }

    DbSet<CirculationSheet> CirculationSheets { get; }

    DbSet<CirculationReader> CirculationReaders { get; }

    DbSet<Notice> Notices { get; }

    DbSet<NoticeContact> NoticeContacts { get; }

    DbSet<NoticeChoice> NoticeChoices { get; }

    DbSet<Follow> Follows { get; }

    DbSet<Delegation> Delegations { get; }

    DbSet<Handover> Handovers { get; }

    DbSet<Leave> Leaves { get; }

    DbSet<Engagement> Engagements { get; }

    DbSet<ScheduleDay> ScheduleDays { get; }

    DbSet<CalendarFeed> CalendarFeeds { get; }

    DbSet<OutboxMessage> OutboxMessages { get; }

    DbSet<NumberCounter> NumberCounters { get; }

    DbSet<IssuedNumber> IssuedNumbers { get; }

    DbSet<SealRecord> SealRecords { get; }

    DbSet<OfficeEvent> Events { get; }

    DbSet<ChainHead> ChainHeads { get; }

    DbSet<OfficeSetting> Settings { get; }

    DbSet<ScoreSheet> ScoreSheets { get; }

    DbSet<ScoreEntry> ScoreEntries { get; }

    DbSet<ScoreCorrection> ScoreCorrections { get; }

    /// <summary>Whether the database joins two sorted walks through indexes (PostgreSQL), or looks up one row after the other (SQLite): the same answer is asked for in another way.</summary>
    bool MergesWalks { get; }

    /// <summary>Saves everything that was added and changed in one transaction; a stale row throws <see cref="DbUpdateConcurrencyException"/>.</summary>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);

    /// <summary>Forgets all that was read and not saved, before an act is tried again on fresh rows.</summary>
    void Forget();
}
