using System.Globalization;
using DocFlow.Office.Desks;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Files;
using DocFlow.Office.Procedures;
using DocFlow.Office.Restricted;
using DocFlow.Office.Schedules;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Matters;

/// <summary>Writes what a matter says: each filling-in is a version, and the register's copy goes with it. Only adds to the context.</summary>
internal sealed class MatterVersions(IOfficeData data, DocumentText texts, MatterNames names, KeptFiles files, RestrictedWriter restricted, ScheduleKeeper schedule, OfficeClock clock)
{
    private const int MostFileBytes = 20 * 1024 * 1024;

    /// <summary>What was filled in, without empty values, after all rules of the fields.</summary>
    /// <param name="keys">The fields that may be filled in now.</param>
    /// <param name="before">What stands there already.</param>
    /// <param name="complete">Those of them that must be there where they are required.</param>
    public async Task<Dictionary<string, string>> CheckAsync(
        Procedure procedure, IReadOnlyList<string> keys, MatterForm form, IReadOnlyDictionary<string, string> before, IReadOnlyCollection<string> complete, CancellationToken cancellationToken)
    {
        foreach (var key in form.Values.Keys.Concat(form.Files?.Keys ?? []).Where(key => !keys.Contains(key)))
            throw RefusalException.Invalid(procedure.Find(key) is { } other ? $"现在不填写“{other.Label}”。" : $"没有字段“{key}”。");
        var fields = keys.Select(procedure.Find).OfType<ProcedureField>().ToList();
        var values = new Dictionary<string, string>(before);
        var problems = new List<string>();
        foreach (var field in fields)
        {
            // A restricted text isn't shown again to be left as it is: an empty answer keeps it.
            if (field.IsRestricted && before.ContainsKey(field.Key) && string.IsNullOrWhiteSpace(form.Values.GetValueOrDefault(field.Key)) && form.Files?.ContainsKey(field.Key) != true)
                continue;
            var value = form.Files?.GetValueOrDefault(field.Key)?.Name ?? (form.Values.TryGetValue(field.Key, out var given) ? given?.Trim() : values.GetValueOrDefault(field.Key));
            PlainText.Require(value, field.Label);
            if (field.Type == FieldType.File && value is not null && form.Files?.ContainsKey(field.Key) != true && value != before.GetValueOrDefault(field.Key) && value.Length > 0)
                problems.Add($"“{field.Label}”没有收到文件内容。");
            if (FieldRules.Problem(field, value) is { } problem && (complete.Contains(field.Key) || !string.IsNullOrWhiteSpace(value)))
                problems.Add(problem);
            if (string.IsNullOrWhiteSpace(value))
                values.Remove(field.Key);
            else
                values[field.Key] = value;
        }

        if (problems.Count > 0)
            throw RefusalException.Invalid(string.Join(' ', problems));
        await names.RequireAsync(fields, values, cancellationToken);
        return values;
    }

    /// <summary>Adds a version, and changes the register's copy.</summary>
    public async Task<DocumentVersion> AddAsync(
        Document document, Procedure procedure, int ordinal, string authorId, Dictionary<string, string> values, IReadOnlyDictionary<string, MatterFile>? put, string? note, CancellationToken cancellationToken)
    {
        var current = ordinal == 1 ? null : await texts.CurrentAsync(document, cancellationToken);
        var attachments = current is null ? [] : (await texts.AttachmentsAsync(current.Id, cancellationToken)).ToDictionary(attachment => attachment.Name, attachment => attachment.FileHash);
        foreach (var (key, file) in put ?? new Dictionary<string, MatterFile>())
        {
            // A restricted file is no attachment: whoever sees the matter could take it.
            if (procedure.Find(key) is { IsRestricted: true })
            {
                AnnexFile.RequireName(file.Name);
                RequireSize(file.Name, file.Content);
                values[key] = await restricted.SealFileAsync(file, cancellationToken);
                continue;
            }

            var name = Free(file.Name, attachments);
            values[key] = name;
            RequireSize(name, file.Content);
            attachments[name] = await files.PutAsync(file.Content, cancellationToken);
        }

        await restricted.PutAsideAsync(document, procedure, values, current is null ? [] : MatterValues.Read(current.SourceText), cancellationToken);

        var source = MatterValues.Write(procedure, values);
        var version = new DocumentVersion
        {
            Id = OfficeId.New(clock.Now),
            DocumentId = document.Id,
            Ordinal = ordinal,
            SourceText = source,
            ContentHash = ContentHash.Of(source, attachments),
            AuthorId = authorId,
            At = clock.Now,
            Note = note,
        };
        data.DocumentVersions.Add(version);
        data.VersionAttachments.AddRange(attachments.Select(pair => new VersionAttachment
        {
            Id = OfficeId.New(clock.Now), DocumentVersionId = version.Id, Name = pair.Key, FileHash = pair.Value,
        }));
        document.CurrentVersion = ordinal;
        document.Saves++;
        document.UpdatedAt = clock.Now;
        if (procedure.TitleField is { } title && values.TryGetValue(title, out var words))
            document.Title = words;
        await ProjectAsync(document, procedure, values, cancellationToken);
        await schedule.KeepAsync(document, procedure, version, values, cancellationToken);
        return version;
    }

    private async Task ProjectAsync(Document document, Procedure procedure, Dictionary<string, string> values, CancellationToken cancellationToken)
    {
        var before = await data.MatterValues.Where(row => row.DocumentId == document.Id).ToDictionaryAsync(row => row.Key, cancellationToken);
        var shown = await names.ShowAsync(procedure.Fields, values, cancellationToken);
        foreach (var field in procedure.Fields)
        {
            var value = MatterValue.Of(document.Id, procedure.Id, field, shown.GetValueOrDefault(field.Key, ""));
            if (before.TryGetValue(field.Key, out var row))
                (row.Text, row.Number) = (value.Text, value.Number);
            else
                data.MatterValues.Add(value);
        }
    }

    private static void RequireSize(string name, byte[] content)
    {
        if (content.Length is 0 or > MostFileBytes)
            throw RefusalException.Invalid(content.Length == 0 ? $"文件“{name}”是空的。" : $"文件“{name}”超过上限{MostFileBytes / 1024 / 1024} MB。");
    }

    private static string Free(string name, Dictionary<string, string> taken)
    {
        AnnexFile.RequireName(name);
        for (var number = 2; ; number++)
        {
            var free = number == 2 && !taken.ContainsKey(name) ? name
                : string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(name)}（{number}）{Path.GetExtension(name)}");
            if (!taken.ContainsKey(free))
                return free;
        }
    }
}
