using System.Security.Claims;
using DocFlow.Documents;
using DocFlow.Host.Accounts;
using DocFlow.Host.Rendering;
using DocFlow.Office;
using DocFlow.Office.ProcedureRegisters;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Procedures;

/// <summary>The registers of procedures: read, exported and printed.</summary>
internal static class ProcedureRegisterEndpoints
{
    private const int PageSize = 100;
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Query = "filter 可写多个，如 field:urgency=特急、field:amount=1..9、state=在办、light=红；sort、group、column（可写多个，依次为显示的列）为列的 from；period 如 2026、2026-Q4、2026-12；at 为截至时点，如 2026-12-31T17:30:00+08:00，以后的办理不影响那时的数。";

    public static void MapProcedureRegisters(this RouteGroupBuilder group)
    {
        group.MapGet("/{id}/register", ReadAsync).WithSummary("台账").WithDescription(Query).Refuses(400, 404).RequireAuthorization(Permissions.Work);
        group.MapGet("/{id}/register/file", ExportAsync).WithSummary("导出台账：xlsx、pdf、docx").WithDescription(Query)
            .Produces<Stream>(200, SheetType, "application/pdf", WordType).Refuses(400, 404, 503).RequireAuthorization(Permissions.Work);
        group.MapGet("/{id}/coverage", CoverageAsync).WithSummary("应办对象：本期已办和未办").Refuses(400, 404).RequireAuthorization(Permissions.Work);
        group.MapGet("/{id}/matrix", MatrixAsync).WithSummary("完成情况表").Refuses(400, 404).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Results<Ok<CoverageReading>, NotFound>> CoverageAsync(
        string id, ClaimsPrincipal user, IProcedureRegister register, string? period = null, CancellationToken cancellationToken = default) =>
        await register.ReadCoverageAsync(user.PersonId(), id, period, cancellationToken) is { } coverage ? TypedResults.Ok(coverage) : TypedResults.NotFound();

    private static async Task<Ok<RegisterPage>> ReadAsync(
        string id, ClaimsPrincipal user, IProcedureRegister register, [AsParameters] RegisterRequest request, int page = 0, CancellationToken cancellationToken = default) =>
        TypedResults.Ok(await register.ReadAsync(user.PersonId(), id, request.ToQuery(), page, PageSize, cancellationToken));

    private static async Task<Results<Ok<RegisterMatrix>, NotFound>> MatrixAsync(
        string id, ClaimsPrincipal user, IProcedureRegister register, string? period = null, CancellationToken cancellationToken = default) =>
        await register.ReadMatrixAsync(user.PersonId(), id, period, cancellationToken) is { } matrix ? TypedResults.Ok(matrix) : TypedResults.NotFound();

    private static async Task<FileContentHttpResult> ExportAsync(
        string id, string format, ClaimsPrincipal user, IProcedureRegister register, PaperPrinter printer, [AsParameters] RegisterRequest request, CancellationToken cancellationToken)
    {
        var query = request.ToQuery();
        if (format == "xlsx")
        {
            var all = await register.ReadAllAsync(user.PersonId(), id, query, cancellationToken);
            return TypedResults.Bytes(RegisterSheet.Write(all), SheetType, $"{all.Name}.xlsx");
        }

        if (format is not (OrderedDocument.Pdf or OrderedDocument.Word))
            throw new RefusalException(Refusal.Invalid, $"格式“{format}”不支持，可选：xlsx、pdf、docx。");
        var paper = await register.PrintAsync(user.PersonId(), id, query, cancellationToken);
        return format == OrderedDocument.Pdf
            ? TypedResults.Bytes(await printer.PrintAsync(paper, FileFormat.Pdf), "application/pdf")
            : TypedResults.Bytes(await printer.PrintAsync(paper, FileFormat.Word), WordType, $"{paper.PlainTitle}.docx");
    }
}

/// <summary>What of a register is asked for.</summary>
internal sealed record RegisterRequest
{
    /// <summary>Column=value, several.</summary>
    public string[]? Filter { get; init; }

    public string? Search { get; init; }

    public string? Sort { get; init; }

    public bool? Descending { get; init; }

    public string? Group { get; init; }

    public string? Period { get; init; }

    /// <summary>What is shown, in this order.</summary>
    public string[]? Column { get; init; }

    /// <summary>As it stood at this moment.</summary>
    public DateTimeOffset? At { get; init; }

    public RegisterQuery ToQuery() => new()
    {
        Search = Search,
        Sort = Sort,
        IsDescending = Descending ?? false,
        Group = Group,
        Period = Period,
        Columns = Column ?? [],
        At = At,
        Filters = FiltersOf(Filter ?? []),
    };

    /// <summary>Column=value pairs, as they stand in an address.</summary>
    public static Dictionary<string, string> FiltersOf(IEnumerable<string> filters)
    {
        var read = new Dictionary<string, string>();
        foreach (var filter in filters)
        {
            var split = filter.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0 || !read.TryAdd(filter[..split], filter[(split + 1)..]))
                throw new RefusalException(Refusal.Invalid, $"筛选“{filter}”无法识别或重复，请写成 列=值。");
        }

        return read;
    }
}
