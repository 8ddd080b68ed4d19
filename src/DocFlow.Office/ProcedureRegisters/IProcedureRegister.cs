using DocFlow.Documents.Papers;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>The registers (台账) of procedures: views over their matters and documents, without code of their own.</summary>
public interface IProcedureRegister
{
    /// <summary>A page; who isn't among the procedure's readers sees those that they work on.</summary>
    /// <param name="page">From 0.</param>
    Task<RegisterPage> ReadAsync(string personId, string procedureId, RegisterQuery query, int page, int size, CancellationToken cancellationToken = default);

    /// <summary>Everything that a query finds, for export.</summary>
    /// <exception cref="RefusalException">There are too many rows.</exception>
    Task<RegisterPage> ReadAllAsync(string personId, string procedureId, RegisterQuery query, CancellationToken cancellationToken = default);

    /// <summary>The register as the office's printed table.</summary>
    Task<Paper> PrintAsync(string personId, string procedureId, RegisterQuery query, CancellationToken cancellationToken = default);

    /// <summary>The completion matrix; null where the procedure declares none.</summary>
    Task<RegisterMatrix?> ReadMatrixAsync(string personId, string procedureId, string? period, CancellationToken cancellationToken = default);

    /// <summary>The pairs that a period must cover; null where the procedure declares none. Who isn't among its readers sees the pairs that they belong to.</summary>
    Task<CoverageReading?> ReadCoverageAsync(string personId, string procedureId, string? period, CancellationToken cancellationToken = default);
}
