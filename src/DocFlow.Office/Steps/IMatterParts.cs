namespace DocFlow.Office.Steps;

/// <summary>What a procedure does with its matter as a whole: divides it, and puts its deadline off. Only adds to the context.</summary>
public interface IMatterParts
{
    /// <summary>Starts a matter of another procedure for each unit or person of a field (分解、交办); a burst that runs again finds them.</summary>
    /// <param name="stepKey">Names the step.</param>
    /// <param name="intoField">The field of the new matters that takes the one unit or person.</param>
    Task DivideAsync(string documentId, string stepKey, string procedureId, string fieldKey, string intoField, CancellationToken cancellationToken = default);

    /// <summary>Puts the deadline off by the working days that a field says (延期); the first one is kept.</summary>
    Task ExtendAsync(string documentId, string daysField, CancellationToken cancellationToken = default);
}
