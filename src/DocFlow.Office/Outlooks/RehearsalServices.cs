using DocFlow.Office.Dossiers;
using DocFlow.Office.Steps;

namespace DocFlow.Office.Outlooks;

/// <summary>
/// All that activities are given in a rehearsal: the steps are noted, the office's own acts do nothing. Whatever else an activity asks for
/// (requests to other systems, child procedures) isn't there, so that it can't act.
/// </summary>
internal sealed class RehearsalServices(IHumanSteps steps, string documentId)
    : IServiceProvider, IProcedureDocuments, IRenderings, INumberRegister, ISealRegister, IDistributions, IArchive, IMatterParts, IMatterDocuments, IMatterScores, IProcessFigures, IMatterSeals, IMatterPeriods, IDutyTracking, IAwaitedReplies
{
    public object? GetService(Type serviceType)
    {
        if (serviceType == typeof(IHumanSteps))
            return steps;
        return serviceType != typeof(IServiceProvider) && serviceType.IsInstanceOfType(this) ? this : null;
    }

    public Task<string> OfAsync(string instanceId, string? document, CancellationToken cancellationToken = default) => Task.FromResult(documentId);

    public Task ProduceAsync(string document, RenderingPurpose purpose, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<string> AssignAsync(string document, string organCode, string? letterCode = null, CancellationToken cancellationToken = default) => Task.FromResult("");

    public Task RecordAsync(string document, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task IssueAsync(string document, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task DivideAsync(string document, string stepKey, PartOrder order, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task CollectAsync(string document, string fromField, string intoField, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task ExtendAsync(string document, string daysField, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<string> ProduceAsync(string document, string name, PaperOrder order, CancellationToken cancellationToken = default) => Task.FromResult(name);

    public Task MeasureAsync(string document, string processField, ProcessFigureFields fields, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<bool> SimulateAsync(string document, string processField, string versionField, string intoField, CancellationToken cancellationToken = default) => Task.FromResult(true);

    public Task PrintAsync(string document, string processField, string sinceField, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task<bool> ScoreAsync(string document, string monthField, string peopleField, string intoField, CancellationToken cancellationToken = default) => Task.FromResult(true);

    public Task SealAsync(string document, string name, string sealedBy, bool toParts, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task AskAsync(string document, string name, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task AdvanceAsync(string document, string dateField, string byField, bool firstOnly, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task OfferAsync(string document, string stepKey, string readers, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task AwaitAsync(string document, string stepKey, string procedureId, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task TakeAsync(string document, string stepKey, string numberField, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task FileAsync(string document, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
