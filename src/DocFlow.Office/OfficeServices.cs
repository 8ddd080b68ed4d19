using DocFlow.Office.Analytics;
using DocFlow.Office.Assessment;
using DocFlow.Office.Chains;
using DocFlow.Office.Checklists;
using DocFlow.Office.Circulation;
using DocFlow.Office.Citations;
using DocFlow.Office.Comparing;
using DocFlow.Office.Deadlines;
using DocFlow.Office.Delegations;
using DocFlow.Office.DemoOffice;
using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Distributing;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Files;
using DocFlow.Office.Following;
using DocFlow.Office.Handovers;
using DocFlow.Office.Handwriting;
using DocFlow.Office.Imports;
using DocFlow.Office.Leaves;
using DocFlow.Office.Lists;
using DocFlow.Office.Matters;
using DocFlow.Office.Notices;
using DocFlow.Office.Opinions;
using DocFlow.Office.Outbox;
using DocFlow.Office.Outlooks;
using DocFlow.Office.Papers;
using DocFlow.Office.ParagraphNotes;
using DocFlow.Office.People;
using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.Queries;
using DocFlow.Office.Repairs;
using DocFlow.Office.Restricted;
using DocFlow.Office.Returns;
using DocFlow.Office.Schedules;
using DocFlow.Office.Sending;
using DocFlow.Office.Settings;
using DocFlow.Office.Signatures;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DocFlow.Office;

/// <summary>Registers the office.</summary>
public static class OfficeServices
{
    /// <summary>
    /// The office's services. The host adds <see cref="IOfficeData"/>, <see cref="ITextSeal"/>, <see cref="IWorkflowGateway"/>, <see cref="ITemplateShelf"/> and <see cref="IDocumentRenderer"/>,
    /// and registers <see cref="OutboxDispatcher"/>, <see cref="DeadlineSweeper"/>, <see cref="OfficeRounds"/> and <see cref="NoticeSender"/> as hosted services where work is to be done.
    /// </summary>
    /// <param name="filesFolder">Where files are kept.</param>
    /// <param name="clockStart">Where the office's clock starts (DOCFLOW_CLOCK); null for the system's time.</param>
    public static IServiceCollection AddDocFlowOffice(this IServiceCollection services, string filesFolder, DateTimeOffset? clockStart = null)
    {
        services.AddOptions<OutboxOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<OutboxSignal>();
        services.TryAddSingleton(provider => new OfficeClock(provider.GetRequiredService<TimeProvider>(), clockStart));
        services.TryAddSingleton<IFileStore>(new FolderFileStore(filesFolder));
        services.TryAddSingleton<OutboxDelivery>();
        services.TryAddSingleton<OutboxClaims>();
        services.TryAddSingleton(provider => new OutboxDispatcher(
            provider.GetRequiredService<OutboxClaims>(),
            provider.GetRequiredService<OutboxDelivery>(),
            provider.GetRequiredService<OutboxSignal>(),
            provider.GetRequiredService<IOptions<OutboxOptions>>(),
            provider.GetRequiredService<ILogger<OutboxDispatcher>>()));

        services.TryAddSingleton<DigestWork>();
        services.TryAddSingleton(provider => new NoticeSender(
            provider.GetRequiredService<OutboxClaims>(),
            provider.GetRequiredService<OutboxDelivery>(),
            provider.GetRequiredService<DigestWork>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<NoticeSender>>()));
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<DigestWork>());
        services.AddScoped<NoticeOrders>().AddScoped<InsideOnly>().AddScoped<DigestText>().AddScoped<IOutboxReceiver, NoticeReceiver>().AddScoped<INoticeChoices, NoticeChoices>();

        services.AddScoped<OfficeDirectory>().AddScoped<DocumentAccess>().AddScoped<DocumentText>().AddScoped<DraftVersions>();
        services.AddScoped<EventLog>().AddScoped<ActingAccount>().AddScoped<IProcedureLog, ProcedureLog>().AddScoped<OutboxWriter>().AddScoped<EventOutbox>().AddScoped<NoticeWriter>().AddScoped<OfficeSettings>().AddScoped<EventChainAudit>();
        services.AddScoped<StepRules>().AddScoped<Superiors>().AddScoped<Successors>().AddScoped<NamedPeople>().AddScoped<Assignees>().AddScoped<StepDeciders>().AddScoped<Recipients>().AddScoped<SeatHolders>().AddScoped<WorkflowTrouble>().AddScoped<RenderOrders>().AddScoped<Seals.SealOrders>().AddScoped<Seals.ISealDesk, Seals.SealDesk>().AddScoped<Seals.ISealBook, Seals.SealBook>();
        services.AddScoped<IProcedureDocuments, ProcedureDocuments>().AddScoped<IHumanSteps, HumanSteps>().AddScoped<DeadlinePlans>().AddScoped<CallChain>().AddScoped<DeadlineWork>().AddScoped<INumberRegister, NumberRegister>().AddScoped<ISealRegister, SealRegister>();
        services.AddScoped<IDistributions, Distributions>().AddScoped<IArchive, Archive>().AddScoped<IRenderings, Renderings>();
        services.AddScoped<IDocumentDesk, DocumentDesk>().AddScoped<IAnnexDesk, AnnexDesk>().AddScoped<ISeatDesk, SeatDesk>().AddScoped<ISeatChoices, SeatChoices>().AddScoped<ISeatFates, SeatFates>();
        services.AddScoped<OrganisationReader>().AddScoped<IOrganisationList, OrganisationList>().AddScoped<INoticeBoard, NoticeBoard>();
        services.AddScoped<WhereaboutsReader>().AddScoped<OpenSeats>().AddScoped<IFollowing, FollowedDocuments>().AddScoped<FollowerNotices>();
        services.AddScoped<CirculationLog>().AddScoped<ICirculationDesk, CirculationDesk>().AddScoped<IReadingDesk, ReadingDesk>().AddScoped<ICirculationLists, CirculationLists>();
        services.AddScoped<FreshRows>().AddScoped<SeatChangeRecord>();
        services.AddScoped<IssuedDocuments>().AddScoped<ReceiptDeadlines>().AddScoped<ReceiptWork>().AddScoped<FinalFiles>().AddScoped<SupplementAct>().AddScoped<CorrectAct>().AddScoped<CorrectionSealers>().AddScoped<CorrectionSending>().AddScoped<SealCorrectionAct>().AddScoped<UrgeReceiptsAct>().AddScoped<IDistributionDesk, DistributionDesk>();
        services.AddScoped<Pausing.IPauseDesk, Pausing.PauseDesk>().AddScoped<SignaturePictures>().AddScoped<ISignatureDesk, SignatureDesk>().AddScoped<HandwritingStore>().AddScoped<IHandwritingReading, HandwritingReading>().AddScoped<IParagraphNotes, ParagraphNoteDesk>().AddScoped<ReturnCategories>().AddScoped<IReturnStatistics, ReturnStatistics>();
        services.AddScoped<OpinionList>().AddScoped<IOpinions, OpinionDesk>();
        services.AddScoped<OpinionPaper>().AddScoped<ManuscriptPaper>().AddScoped<TracePaper>().AddScoped<MatterPaper>().AddScoped<MatterHandoverPaper>().AddScoped<IPapers, PaperDesk>().AddScoped<VersionTexts>().AddScoped<IComparisons, Comparisons>().AddScoped<IChangeDesk, ChangeDesk>().AddScoped<MeaningNotices>();
        services.AddScoped<RepeatedPress>().AddScoped<DecideAct>().AddScoped<TransferAct>().AddScoped<AddAct>().AddScoped<AddCosignerAct>().AddScoped<WithdrawAct>().AddScoped<TakeBackAct>().AddScoped<UrgeAct>();
        services.AddScoped<StepVisits>().AddScoped<ReturnTargets>().AddScoped<StepClosing>().AddScoped<StepConcluding>().AddScoped<ActNotices>();
        services.AddScoped<SeatReaches>().AddScoped<SeatSubstitutes>().AddScoped<SeatNotices>().AddScoped<SeenMarks>().AddScoped<Recountersigning>().AddScoped<PassingRules>().AddScoped<ActReader>();
        services.TryAddScoped<IProcedureRehearsal, NoRehearsal>();
        services.AddScoped<ProcessSimulator>().TryAddScoped<IProcedureSimulation, NoSimulation>();
        services.AddScoped<IProcedureOutlook, ProcedureOutlook>().AddScoped<OutlookReader>();
        services.AddScoped<DelegationRules>().AddScoped<IDelegationDesk, DelegationDesk>().AddScoped<ILeaveDesk, LeaveDesk>().AddScoped<ILeadership, Leadership>().AddScoped<IOfficeRuleDesk, OfficeRuleDesk>();
        services.AddScoped<IWorkLists, WorkLists>().AddScoped<IDossier, DossierReader>().AddScoped<IIssueRegister, IssueRegister>();
        services.AddScoped<Holdings>().AddScoped<HandoverRights>().AddScoped<HandoverPosts>().AddScoped<HandoverAct>().AddScoped<HandoverOrders>().AddScoped<IMatterHandovers, MatterHandovers>().AddScoped<HandoverReader>().AddScoped<HandoverPaper>().AddScoped<IHandoverDesk, HandoverDesk>();
        // The engine's own comes after it and takes its place.
        services.AddScoped<StepCancelling>().AddScoped<RestartWork>().AddScoped<MoveAct>().AddScoped<IRepairDesk, RepairDesk>().AddScoped<FaultReader>().AddScoped<IFaultDesk, FaultDesk>().AddScoped<RestartingBurst>().AddScoped<IProcedureSteps, NoProcedureSteps>().AddScoped<IProcedureTexts, NoProcedureTexts>();
        services.TryAddSingleton<HandoverSweeper>();
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<HandoverSweeper>());
        services.TryAddSingleton<ReconciliationWatch>();
        services.TryAddSingleton(provider => new OfficeRounds(
            provider.GetRequiredService<HandoverSweeper>(), provider.GetRequiredService<CoverageWork>(), provider.GetRequiredService<ReconciliationWatch>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<OfficeRounds>>()));
        services.AddScoped<ProcedureCatalog>().AddScoped<MatterNames>().AddScoped<MatterVersions>().AddScoped<MatterDeadlines>().AddScoped<MatterOrigins>().AddScoped<MatterBirth>().AddScoped<MatterFilling>().AddScoped<NumberCounters>().AddScoped<FieldPeople>().AddScoped<MatterRules>();
        services.AddScoped<IMatterDesk, MatterDesk>().AddScoped<MatterReader>().AddScoped<IProcedureRegister, ProcedureRegister>().AddScoped<IMatterFields, MatterFields>().AddScoped<IPassingRound, PassingRound>().AddScoped<IMatterParts, MatterParts>();
        services.AddScoped<SavedViews.ISavedViews, SavedViews.SavedViews>();
        services.AddScoped<Reports.IReportDesk, Reports.ReportDesk>().AddScoped<Reports.ISupervisionBoard, Reports.SupervisionBoard>();
        services.AddScoped<Requests.IOwnRequests, Requests.OwnRequests>();
        services.AddScoped<IMatterSeals, MatterSeals>().AddScoped<PaperSealing>().AddScoped<IDutyTracking, Tracking.DutyTracking>().AddScoped<IAwaitedReplies, Replies.AwaitedReplies>().AddScoped<Tracking.IDutyReading, Tracking.DutyReading>().AddScoped<LetterSeals>().AddScoped<ILetterSealDesk>(provider => provider.GetRequiredService<LetterSeals>());
        services.AddScoped<IMatterPeriods, Tracking.MatterPeriods>().AddScoped<IRepealedDocuments, RepealedDocuments>();
        services.AddScoped<ListValues>().AddScoped<IListImport, ListImport>();
        services.AddScoped<ChainTree>().AddScoped<ChainLinks>().AddScoped<IMatterChain, MatterChain>().AddScoped<OriginCitations>().AddScoped<IOriginCitations>(provider => provider.GetRequiredService<OriginCitations>());
        services.AddScoped<KeptFiles>().AddScoped<MatterFacts>().AddScoped<MatterDocuments>().AddScoped<IMatterDocuments>(provider => provider.GetRequiredService<MatterDocuments>());
        services.AddScoped<StoredLists>().AddScoped<IOfficeLists, OfficeLists>().AddScoped<ChecklistRules>().AddScoped<IChecklists, Checklists.Checklists>();
        services.AddScoped<CoveredPairs>().TryAddSingleton<CoverageWork>();
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<CoverageWork>());
        services.AddScoped<ScoreMeasures>().AddScoped<ScoreRights>().AddScoped<FormulaBook>().AddScoped<CountedEvents>().AddScoped<Scoring>().AddScoped<ScoreReader>().AddScoped<IScoreDesk, ScoreDesk>().AddScoped<IMatterScores, MatterScores>();
        services.AddScoped<Publications>().AddScoped<FlowReader>().AddScoped<ProcessAnalysis>().AddScoped<IProcessAnalysis>(provider => provider.GetRequiredService<ProcessAnalysis>()).AddScoped<IProcessFigures, ProcessFigures>();
        services.AddScoped<RestrictedReaders>().AddScoped<RestrictedWriter>().AddScoped<IRestrictedReading, RestrictedReadings>();
        services.AddScoped<QuietWeeks>().AddScoped<ScheduleConflicts>().AddScoped<ScheduleKeeper>().AddScoped<Schedules.ScheduleReader>().AddScoped<SchedulePaper>().AddScoped<IScheduleDesk, ScheduleDesk>();
        services.AddScoped<IOutboxCare, OutboxCare>().AddScoped<ICalendarDesk, CalendarDesk>();
        services.TryAddSingleton(provider => new DeadlineSweeper(
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<OfficeClock>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DeadlineSweeper>>()));
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<DeadlineSweeper>());
        services.TryAddSingleton<ClockMover>();
        services.AddScoped<DemoOfficeSeed>();
        return services;
    }
}
