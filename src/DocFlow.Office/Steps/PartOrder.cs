namespace DocFlow.Office.Steps;

/// <summary>How a matter is divided.</summary>
/// <param name="ProcedureId">The procedure of the parts.</param>
/// <param name="Field">A field of units or people (units); a table's column of them (tasks.units); or a table (tasks), for one part a row. A row's cells go into fields of the same keys.</param>
/// <param name="IntoField">The parts' field that takes the one unit or person; null for none.</param>
/// <param name="Again">Each time that the step is come to, whoever is through with the former part gets another one; who isn't keeps it.</param>
/// <param name="CiteField">The parts' field that says where it comes from: 《title》（number）第n项; null for none.</param>
public sealed record PartOrder(string ProcedureId, string Field, string? IntoField, string? CiteField = null, bool Again = false);
