namespace DocFlow.Office.Checklists;

/// <summary>Checklists of steps (核对清单), as procedures add to them. Only adds to the context.</summary>
public interface IChecklists
{
    /// <summary>Adds what a matter's field says to the checklist of the step that another one names; nothing when it says nothing. A burst that runs again finds it.</summary>
    /// <param name="stepField">A field whose options are the steps of all procedures.</param>
    Task AddAsync(string documentId, string stepField, string textField, CancellationToken cancellationToken = default);
}

/// <summary>A line to be ticked.</summary>
public sealed record LineToTick(string Id, string Text);
