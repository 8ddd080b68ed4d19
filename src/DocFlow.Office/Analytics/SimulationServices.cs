using DocFlow.Office.Checklists;
using DocFlow.Office.Outlooks;
using DocFlow.Office.Steps;

namespace DocFlow.Office.Analytics;

/// <summary>What activities are given in a simulation: those of a rehearsal, fields that are read and never written, and rounds and checklists that do nothing.</summary>
internal sealed class SimulationServices(RehearsalServices rehearsal, IMatterFields fields) : IServiceProvider, IMatterFields, IPassingRound, IChecklists
{
    public object? GetService(Type serviceType) => serviceType == typeof(IMatterFields) || serviceType == typeof(IPassingRound) || serviceType == typeof(IChecklists) ? this : rehearsal.GetService(serviceType);

    public Task<string?> ReadChoiceAsync(string documentId, string fieldKey, CancellationToken cancellationToken = default) => fields.ReadChoiceAsync(documentId, fieldKey, cancellationToken);

    public Task SetAsync(string documentId, string fieldKey, string? value, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task SendAsync(string documentId, string key, string readers, string? note, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task AddAsync(string documentId, string stepField, string textField, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
