using System.Security.Cryptography;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Files;
using DocFlow.Office.People;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Desks;

/// <summary>Writes the texts of documents. Only adds to the context.</summary>
internal sealed class DraftVersions(IOfficeData data, OfficeDirectory directory, DocumentText texts, KeptFiles files, OfficeClock clock)
{
    private const int MostSource = 2_000_000;
    private const int MostNote = 2000;

    /// <summary>
    /// The text in place while nobody else has seen it (the draft, or the work of the only person whose turn it is since then); otherwise the next version.
    /// </summary>
    public async Task<DocumentVersion> PutAsync(Document document, string actorId, DraftContent content, CancellationToken cancellationToken)
    {
        Require(content);
        var current = await texts.CurrentAsync(document, cancellationToken);
        var attachments = await PutAttachmentsAsync(content, cancellationToken) ?? await KeptAsync(current, cancellationToken);
        var hash = ContentHash.Of(content.SourceText, attachments);
        if (hash == current.ContentHash)
            return current;
        if (!await IsPrivateAsync(document, current, actorId, cancellationToken))
        {
            document.CurrentVersion++;
            return Add(document, document.CurrentVersion, actorId, content, attachments, hash);
        }

        current.SourceText = content.SourceText;
        current.ContentHash = hash;
        current.At = clock.Now;
        current.Note = content.Note ?? current.Note;
        if (content.Attachments is not null)
        {
            data.VersionAttachments.RemoveRange(await texts.AttachmentsAsync(current.Id, cancellationToken));
            AddAttachments(current, attachments);
        }

        return current;
    }

    /// <summary>Whether the current text is already what the same person wants to save: an answer that was lost on the way is asked for again.</summary>
    public async Task<bool> IsSavedAsync(Document document, string actorId, DraftContent content, CancellationToken cancellationToken)
    {
        Require(content);
        var current = await texts.CurrentAsync(document, cancellationToken);
        var attachments = content.Attachments?.ToDictionary(pair => pair.Key, pair => Convert.ToHexStringLower(SHA256.HashData(pair.Value)))
            ?? await KeptAsync(current, cancellationToken);
        var cosigning = await data.CosigningUnits.Where(unit => unit.DocumentId == document.Id).Select(unit => unit.UnitId).ToListAsync(cancellationToken);
        return current.AuthorId == actorId && current.ContentHash == ContentHash.Of(content.SourceText, attachments)
            && document.IsNormative == content.IsNormative && cosigning.ToHashSet().SetEquals(content.CosigningUnitIds);
    }

    public async Task<DocumentVersion> AddAsync(Document document, int ordinal, string actorId, DraftContent content, CancellationToken cancellationToken)
    {
        Require(content);
        var attachments = await PutAttachmentsAsync(content, cancellationToken) ?? [];
        return Add(document, ordinal, actorId, content, attachments, ContentHash.Of(content.SourceText, attachments));
    }

    public async Task SetCosigningAsync(Document document, IReadOnlyList<string> unitIds, CancellationToken cancellationToken)
    {
        var wanted = unitIds.Distinct().ToList();
        var before = await data.CosigningUnits.Where(unit => unit.DocumentId == document.Id).ToListAsync(cancellationToken);
        if (await data.Units.CountAsync(unit => wanted.Contains(unit.Id), cancellationToken) != wanted.Count)
            throw RefusalException.Invalid("会签单位中有不存在的单位，请重新选择。");
        data.CosigningUnits.RemoveRange(before.Where(unit => !wanted.Contains(unit.UnitId)));
        data.CosigningUnits.AddRange(wanted.Except(before.Select(unit => unit.UnitId))
            .Select(id => new CosigningUnit { DocumentId = document.Id, UnitId = id }));
    }

    private async Task<bool> IsPrivateAsync(Document document, DocumentVersion current, string actorId, CancellationToken cancellationToken)
    {
        if (document.State == DocumentState.Draft)
            return true;
        if (current.AuthorId != actorId || await data.Seats.AnyAsync(
                seat => seat.WorkItem!.DocumentId == document.Id && seat.VersionOrdinal == current.Ordinal, cancellationToken))
            return false;

        // Whoever else has an open seat may be reading this text now, and would decide on what they read.
        var open = await data.Seats.Include(seat => seat.WorkItem)
            .Where(seat => seat.WorkItem!.DocumentId == document.Id && (seat.State == SeatState.Open || seat.State == SeatState.Waiting)).ToListAsync(cancellationToken);
        return open is [var own] && own.PersonId == actorId && own.WorkItem!.OpenedAt < current.At && !await HasStandInAsync(own, cancellationToken);
    }

    private async Task<bool> HasStandInAsync(Seat seat, CancellationToken cancellationToken) => await directory.HasDelegateAsync(seat.PersonId, cancellationToken) || await directory.InForce().AnyAsync(
        appointment => seat.PostId != null && appointment.PostId == seat.PostId && appointment.IsActing && appointment.PersonId != seat.PersonId, cancellationToken);

    private DocumentVersion Add(
        Document document, int ordinal, string actorId, DraftContent content, Dictionary<string, string> attachments, string hash)
    {
        var version = new DocumentVersion
        {
            Id = OfficeId.New(clock.Now),
            DocumentId = document.Id,
            Ordinal = ordinal,
            SourceText = content.SourceText,
            ContentHash = hash,
            AuthorId = actorId,
            At = clock.Now,
            Note = content.Note,
        };
        data.DocumentVersions.Add(version);
        AddAttachments(version, attachments);
        return version;
    }

    private void AddAttachments(DocumentVersion version, Dictionary<string, string> attachments) =>
        data.VersionAttachments.AddRange(attachments.Select(pair => new VersionAttachment
        {
            Id = OfficeId.New(clock.Now),
            DocumentVersionId = version.Id,
            Name = pair.Key,
            FileHash = pair.Value,
        }));

    private async Task<Dictionary<string, string>> KeptAsync(DocumentVersion current, CancellationToken cancellationToken) =>
        (await texts.AttachmentsAsync(current.Id, cancellationToken)).ToDictionary(attachment => attachment.Name, attachment => attachment.FileHash);

    private async Task<Dictionary<string, string>?> PutAttachmentsAsync(DraftContent content, CancellationToken cancellationToken)
    {
        if (content.Attachments is null)
            return null;
        if (content.Attachments.Count > AnnexFile.MostCount)
            throw RefusalException.Invalid($"附件有{content.Attachments.Count}个，超过上限{AnnexFile.MostCount}个。");
        var hashes = new Dictionary<string, string>();
        foreach (var (name, bytes) in content.Attachments)
        {
            AnnexFile.Require(name, bytes);
            hashes[name] = await files.PutAsync(bytes, cancellationToken);
        }

        return hashes;
    }

    private static void Require(DraftContent content)
    {
        if (content.SourceText.Length > MostSource)
            throw RefusalException.Invalid($"文稿有{content.SourceText.Length}个字符，超过上限{MostSource}，没有保存。请拆分或把长表改为附件文件。");
        PlainText.Require(content.SourceText, "文稿");
        PlainText.Require(content.Note, "修改说明", MostNote);
    }
}
