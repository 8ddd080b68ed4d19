using System.Security.Claims;
using DocFlow.Documents;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Preview;
using DocFlow.Documents.Source;
using DocFlow.Host.Accounts;
using DocFlow.Office.Desks;
using DocFlow.Office.Queries;

namespace DocFlow.Host.Features.Documents;

/// <summary>Drafting, reading and previewing documents.</summary>
internal static class DocumentEndpoints
{
    /// <summary>Dots per inch of a preview.</summary>
    internal const int PreviewResolution = 110;

    public static void MapDocuments(this WebApplication app)
    {
        var group = app.MapGroup("/api/documents").WithTags("公文").RequireAuthorization(Permissions.Work);
        group.MapPost("/", CreateAsync).WithSummary("起草");
        group.MapGet("/{id}", ReadAsync).WithSummary("公文及办理过程");
        group.MapGet("/{id}/draft", ReadDraftAsync).WithSummary("正在起草的文本");
        group.MapPut("/{id}/draft", SaveAsync).WithSummary("保存文本");
        group.MapPost("/{id}/start", StartAsync).WithSummary("送审，启动办理流程");
        group.MapPost("/{id}/receive", ReceiveAsync).WithSummary("签收");
        group.MapGet("/{id}/files/{hash}", OpenFileAsync).WithSummary("下载生成的文件");
        app.MapPost("/api/preview", Preview).WithTags("公文").WithSummary("按印出的样子预览一页").RequireAuthorization(Permissions.Work);
        app.MapPost("/api/check", Check).WithTags("公文").WithSummary("检查文稿").RequireAuthorization(Permissions.Work);
    }

    private static async Task<IResult> CreateAsync(DraftRequest request, ClaimsPrincipal user, IDocumentDesk desk, CancellationToken cancellationToken)
    {
        var id = await desk.CreateAsync(user.PersonId(), request.ToContent(), cancellationToken);
        return Results.Created($"/api/documents/{id}", new { id });
    }

    private static Task<Dossier> ReadAsync(string id, ClaimsPrincipal user, IDossier dossiers, CancellationToken cancellationToken) =>
        dossiers.ReadAsync(user.PersonId(), id, cancellationToken);

    private static Task<DraftReading> ReadDraftAsync(string id, ClaimsPrincipal user, IDocumentDesk desk, CancellationToken cancellationToken) =>
        desk.ReadAsync(user.PersonId(), id, cancellationToken);

    private static async Task<IResult> SaveAsync(string id, DraftRequest request, ClaimsPrincipal user, IDocumentDesk desk, CancellationToken cancellationToken) =>
        Results.Ok(new { version = await desk.SaveAsync(user.PersonId(), id, request.Version, request.ToContent(), cancellationToken) });

    private static async Task<IResult> StartAsync(string id, StartRequest request, ClaimsPrincipal user, IDocumentDesk desk, CancellationToken cancellationToken) =>
        Results.Accepted($"/api/documents/{id}", new { instanceId = await desk.StartAsync(user.PersonId(), id, request.Version, request.Procedure ?? "policy-document", cancellationToken) });

    private static async Task<IResult> ReceiveAsync(string id, ClaimsPrincipal user, IDocumentDesk desk, CancellationToken cancellationToken)
    {
        await desk.ReceiveAsync(user.PersonId(), id, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> OpenFileAsync(string id, string hash, ClaimsPrincipal user, IDossier dossiers, CancellationToken cancellationToken)
    {
        var dossier = await dossiers.ReadAsync(user.PersonId(), id, cancellationToken);
        var format = dossier.Files.FirstOrDefault(file => file.FileHash == hash)?.Format;
        var stream = await dossiers.OpenFileAsync(user.PersonId(), id, hash, cancellationToken);
        return format == "pdf"
            ? Results.File(stream, "application/pdf")
            : Results.File(stream, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"{dossier.Title}.docx");
    }

    private static IResult Preview(PreviewRequest request, DocumentPress press, PagePainter painter)
    {
        var reading = DocumentSource.Read(request.Source);
        if (reading.Document is not { } document)
            return Results.Problem(string.Join(" ", reading.Problems), statusCode: StatusCodes.Status400BadRequest);
        var typeset = press.Typeset(document);
        var page = Math.Clamp(request.Page, 1, typeset.Pages.Count);
        return Results.Ok(new { pages = typeset.Pages.Count, page, png = painter.Paint(typeset.Pages[page - 1], PreviewResolution) });
    }

    private static IResult Check(PreviewRequest request)
    {
        var reading = DocumentSource.Read(request.Source);
        return Results.Ok(new
        {
            problems = reading.Problems.Select(problem => problem.ToString()),
            findings = reading.Document is { } document ? [.. reading.Findings, .. DocumentChecker.Check(document)] : reading.Findings,
        });
    }
}
