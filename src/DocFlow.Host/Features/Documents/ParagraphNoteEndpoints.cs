using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.ParagraphNotes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Documents;

/// <summary>Notes on single paragraphs, and what the drafter made of them.</summary>
internal static class ParagraphNoteEndpoints
{
    public static void MapParagraphNotes(this RouteGroupBuilder group)
    {
        group.MapGet("/{id}/notes", ReadAsync).WithSummary("逐段批注，和可批注的段落").Refuses(404).RequireAuthorization(Permissions.Work);
        group.MapPost("/{id}/notes", AddAsync).WithSummary("对一段批注").WithDescription("由正在办理的人；readVersion 为看到的是第几稿，paragraph 为段落的序号。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapDelete("/{id}/notes/{noteId}", RemoveAsync).WithSummary("撤回自己的批注").WithDescription("答复之前。").Refuses(404, 409).RequireAuthorization(Permissions.Work);
        group.MapPut("/{id}/notes/{noteId}", AnswerAsync).WithSummary("答复一条批注").WithDescription("由拟稿人；部分采纳、不采纳须写明理由。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<ParagraphNoteSheet>> ReadAsync(string id, ClaimsPrincipal user, IParagraphNotes notes, CancellationToken cancellationToken) =>
        TypedResults.Ok(await notes.ReadAsync(user.PersonId(), id, cancellationToken));

    private static async Task<Ok<AddedNote>> AddAsync(string id, NewParagraphNote note, ClaimsPrincipal user, IParagraphNotes notes, CancellationToken cancellationToken) =>
        TypedResults.Ok(new AddedNote(await notes.AddAsync(user.PersonId(), id, note, cancellationToken)));

    private static async Task<NoContent> RemoveAsync(string id, string noteId, ClaimsPrincipal user, IParagraphNotes notes, CancellationToken cancellationToken)
    {
        await notes.RemoveAsync(user.PersonId(), id, noteId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> AnswerAsync(string id, string noteId, OpinionAnswerRequest answer, ClaimsPrincipal user, IParagraphNotes notes, CancellationToken cancellationToken)
    {
        await notes.AnswerAsync(user.PersonId(), id, noteId, answer.Adoption, answer.Reason, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>A note that was made.</summary>
internal sealed record AddedNote(string NoteId);
