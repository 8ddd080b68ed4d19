using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Files;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.Seals;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Signatures;

/// <inheritdoc />
internal sealed class SignatureDesk(
    IOfficeData data, SignaturePictures pictures, ISealDesk seals, OfficeDirectory directory, DocumentAccess access, DocumentText texts, KeptFiles files, FreshRows rows,
    NoticeWriter notices, EventLog events, OfficeClock clock) : ISignatureDesk
{
    private const string Noun = "签名图片";

    public async Task<IReadOnlyList<SignaturePicture>> ListAsync(string personId, CancellationToken cancellationToken = default)
    {
        var isKeeper = await seals.IsKeeperAsync(personId, cancellationToken);
        return [.. (await pictures.AllAsync(cancellationToken)).Where(picture => isKeeper || picture.PersonId == personId)
            .OrderBy(picture => picture.RetiredAt is not null).ThenByDescending(picture => picture.At)];
    }

    public async Task<SignaturePicture> AddAsync(string actorId, string ownerId, byte[] content, CancellationToken cancellationToken = default)
    {
        var (actor, owner) = await RequireAsync(actorId, ownerId, cancellationToken);
        var file = UploadedPicture.Read(content, Noun);
        return await rows.ActAsync(async () =>
        {
            var hash = await files.PutAsync(file.Png, cancellationToken);
            var added = new SignaturePicture(OfficeId.New(clock.Now), owner.Id, owner.Name, hash, file.WidthInPixels, file.HeightInPixels, actor.Name, clock.Now, null);
            var others = (await pictures.AllAsync(cancellationToken)).Select(other => other.PersonId == ownerId && other.RetiredAt is null ? other with { RetiredAt = clock.Now } : other);
            await SaveAsync([.. others, added], "登记签名图样", actor, added, cancellationToken);
            return added;
        });
    }

    public async Task RetireAsync(string actorId, string pictureId, CancellationToken cancellationToken = default) => await rows.ActAsync(async () =>
    {
        var (actor, retired) = await FindAsync(actorId, pictureId, cancellationToken);
        if (retired.RetiredAt is not null)
            throw RefusalException.NotFound("这份在用的签名图样");
        var all = (await pictures.AllAsync(cancellationToken)).Select(picture => picture.Id == pictureId ? picture with { RetiredAt = clock.Now } : picture);
        await SaveAsync([.. all], "停用签名图样", actor, retired, cancellationToken);
    });

    public async Task<byte[]> ReadAsync(string actorId, string pictureId, CancellationToken cancellationToken = default) =>
        await texts.BytesAsync((await FindAsync(actorId, pictureId, cancellationToken)).Picture.FileHash, cancellationToken);

    public async Task<byte[]> ReadOfDocumentAsync(string personId, string documentId, CancellationToken cancellationToken = default)
    {
        var document = await access.ReadableAsync(personId, documentId, cancellationToken);
        var hash = await data.Seats.Where(seat => seat.WorkItem!.DocumentId == documentId && seat.WorkItem.StepKind == StepKind.Sign && seat.DecidedAt == document.SignedAt && seat.SignatureHash != null)
            .Select(seat => seat.SignatureHash).FirstOrDefaultAsync(cancellationToken);
        return hash is null || document.SignedAt is null ? throw RefusalException.NotFound("签名图样") : await texts.BytesAsync(hash, cancellationToken);
    }

    private async Task<(Person Actor, SignaturePicture Picture)> FindAsync(string actorId, string pictureId, CancellationToken cancellationToken)
    {
        var picture = (await pictures.AllAsync(cancellationToken)).FirstOrDefault(picture => picture.Id == pictureId) ?? throw RefusalException.NotFound("这份签名图样");
        // Whose it is, only the owner and the keeper learn.
        return picture.PersonId == actorId || await seals.IsKeeperAsync(actorId, cancellationToken)
            ? (await directory.PersonAsync(actorId, cancellationToken), picture)
            : throw RefusalException.NotFound("这份签名图样");
    }

    private async Task<(Person Actor, Person Owner)> RequireAsync(string actorId, string ownerId, CancellationToken cancellationToken) =>
        actorId == ownerId || await seals.IsKeeperAsync(actorId, cancellationToken)
            ? (await directory.PersonAsync(actorId, cancellationToken), await directory.PersonAsync(ownerId, cancellationToken))
            : throw RefusalException.Forbidden("签名图样由本人或监印岗位登记。");

    private async Task SaveAsync(IReadOnlyList<SignaturePicture> all, string act, Person actor, SignaturePicture picture, CancellationToken cancellationToken)
    {
        await pictures.WriteAsync(all, cancellationToken);
        // Nobody's hand is put into use, or out of it, behind their back.
        await notices.TellAsync(
            [picture.PersonId], NoticeKind.System, $"signature/{picture.Id}/{act}", $"{actor.Name}为您{act}。如不是您的意思，请立即联系监印岗位停用。", null, actor.Id, cancellationToken);
        events.Add(new ActRecord(act)
        {
            Actor = actor,
            Detail = new Dictionary<string, string> { ["签名人"] = picture.PersonName, ["图样"] = picture.FileHash },
        });
        await data.SaveChangesAsync(cancellationToken);
    }
}
