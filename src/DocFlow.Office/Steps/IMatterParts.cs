namespace DocFlow.Office.Steps;

/// <summary>What a procedure does with its matter as a whole: divides it, and puts its deadline off. Only adds to the context.</summary>
public interface IMatterParts
{
    /// <summary>Starts a matter of another procedure for each unit, person or row (分解、交办); a burst that runs again finds them.</summary>
    /// <param name="stepKey">Names the step.</param>
    Task DivideAsync(string documentId, string stepKey, PartOrder order, CancellationToken cancellationToken = default);

    /// <summary>Brings the rows of a table of all parts into a table of the matter (汇总).</summary>
    Task CollectAsync(string documentId, string fromField, string intoField, CancellationToken cancellationToken = default);

    /// <summary>Puts the deadline off by the working days that a field says (延期); the first one is kept.</summary>
    Task ExtendAsync(string documentId, string daysField, CancellationToken cancellationToken = default);
}
