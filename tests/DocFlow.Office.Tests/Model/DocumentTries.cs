using System.Globalization;
using DocFlow.Office.Circulation;
using DocFlow.Office.Desks;
using DocFlow.Office.Pausing;
using DocFlow.Office.Queries;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests.Model;

/// <summary>Tries on the whole document: its text, its way, its readers.</summary>
internal sealed class DocumentTries(IPlayedOffice office, Stage stage, ActMemory memory, string directorId, string documentId)
{
    // Those of the demo office who speak for other units stand together in its order.
    private const int FirstCosigner = 13;
    private const int Cosigners = 4;

    public Task TryAsync(OfficeCommand command, Scene scene) => command.Kind switch
    {
        OfficeCommandKind.TakeBack => TakeBackAsync(command, scene),
        OfficeCommandKind.AddCosigner => AddCosignerAsync(command, scene),
        OfficeCommandKind.Urge => UrgeAsync(command, scene),
        OfficeCommandKind.Edit => EditAsync(scene),
        OfficeCommandKind.Pause => PauseAsync(command, scene),
        OfficeCommandKind.GoOn => GoOnAsync(command, scene),
        OfficeCommandKind.Circulate => CirculateAsync(command, scene),
        OfficeCommandKind.Read => ReadAsync(command),
        OfficeCommandKind.Remark => RemarkAsync(command),
        OfficeCommandKind.EndCirculation => EndAsync(command),
        OfficeCommandKind.Void => VoidAsync(scene),
        _ => office.ActAsync<IDossier, Dossier>(dossiers => dossiers.ReadAsync(scene.Actor, documentId)),
    };

    // Mostly by whoever sent it on last: hardly anybody else may.
    private async Task TakeBackAsync(OfficeCommand command, Scene scene)
    {
        var last = await office.ActAsync<IOfficeData, Seat?>(data => data.Seats.AsNoTracking()
            .Where(seat => seat.WorkItem!.DocumentId == documentId && seat.DecidedById != null)
            .OrderByDescending(seat => seat.DecidedAt).FirstOrDefaultAsync());
        var before = await CountAsync("取回");
        await office.ActAsync<ISeatDesk>(desk => desk.TakeBackAsync(command.Who % 10 < 8 ? last?.DecidedById ?? scene.Document.DrafterId : scene.Actor, documentId));
        if (await CountAsync("取回") == before)
            return;
        Assert.False(scene.IsOver || memory.IsPaused, "It was taken back while it was over or stood still.");
        memory.Count("取回");
    }

    private async Task AddCosignerAsync(OfficeCommand command, Scene scene)
    {
        var added = await office.ActAsync<ISeatDesk, string>(desk =>
            desk.AddCosignerAsync(command.Who % 4 == 0 ? scene.Actor : directorId, documentId, stage.Anybody(FirstCosigner + (command.Whom % Cosigners)), "涉及其职责。"));
        if (!memory.Added.Add(added))
            return;
        Assert.False(scene.IsOver || memory.IsPaused, "A unit was asked while the document was over or stood still.");
        memory.Count("加签");
    }

    private async Task UrgeAsync(OfficeCommand command, Scene scene)
    {
        await office.ActAsync<ISeatDesk, IReadOnlyList<string>>(desk =>
            desk.UrgeAsync(command.Who % 3 == 0 ? scene.Actor : scene.Document.DrafterId, documentId, "请于今日下班前办理。", command.Whom % 2 == 0 ? scene.Seat?.Id : null));
        Assert.False(scene.IsOver || memory.IsPaused, "Somebody was urged while the document was over or stood still.");
        memory.Count("催办");
    }

    private async Task EditAsync(Scene scene)
    {
        var reading = await office.ActAsync<IDocumentDesk, DraftReading>(desk => desk.ReadAsync(scene.Actor, documentId));
        var text = string.Create(CultureInfo.InvariantCulture, $"{office.Source}\n二、其他\n\n这是第{memory.Tries}次改动。\n");
        await office.ActAsync<IDocumentDesk, int>(desk =>
            desk.SaveAsync(scene.Actor, documentId, reading.Version, new DraftContent { SourceText = text, CosigningUnitIds = reading.CosigningUnitIds }));
        Assert.False(scene.IsOver || memory.IsSigned, "A text was changed after it was signed.");
    }

    private async Task PauseAsync(OfficeCommand command, Scene scene)
    {
        await office.ActAsync<IPauseDesk>(desk => desk.PauseAsync(Stopper(command, scene), documentId, "等候上级答复。"));
        if (memory.IsPaused)
            return;
        Assert.False(scene.IsOver, "It was stopped after it was over.");
        memory.IsPaused = true;
        memory.Count("暂停");
    }

    private async Task GoOnAsync(OfficeCommand command, Scene scene)
    {
        await office.ActAsync<IPauseDesk>(desk => desk.ResumeAsync(Stopper(command, scene), documentId));
        if (!memory.IsPaused)
            return;
        memory.IsPaused = false;
        memory.Count("恢复");
    }

    private string Stopper(OfficeCommand command, Scene scene) => (command.Who % 5) switch { 0 => scene.Actor, < 3 => directorId, _ => scene.Document.DrafterId };

    private async Task CirculateAsync(OfficeCommand command, Scene scene)
    {
        List<string> readers = [.. Enumerable.Range(command.Whom, 1 + (command.Whom % 4)).Select(stage.Anybody).Distinct()];
        var sheet = await office.ActAsync<ICirculationDesk, string>(desk => desk.SendAsync(
            scene.Actor, documentId, new CirculationOrder { PersonIds = readers, Key = memory.Tries.ToString(CultureInfo.InvariantCulture) }));
        memory.Unread.Add(sheet, [.. readers.Where(reader => reader != scene.Actor)]);
        memory.Count("传阅");
    }

    private async Task ReadAsync(OfficeCommand command)
    {
        var reader = memory.Unread.Values.SelectMany(readers => readers).Order(StringComparer.Ordinal).ElementAtOrDefault(command.Whom % 5) ?? stage.Anybody(command.Who);
        var sheets = memory.Unread.Where(sheet => !memory.EndedSheets.Contains(sheet.Key) && sheet.Value.Contains(reader)).ToList();
        Assert.Equal(sheets.Count, await office.ActAsync<IReadingDesk, int>(desk => desk.ReadAsync(reader, documentId)));
        foreach (var (_, readers) in sheets)
            readers.Remove(reader);
        if (sheets.Count > 0)
            memory.Count("已阅");
    }

    private async Task RemarkAsync(OfficeCommand command)
    {
        if (memory.Unread.Count == 0)
            return;
        var (sheet, readers) = memory.Unread.ElementAt(command.Whom % memory.Unread.Count);
        var reader = readers.Order(StringComparer.Ordinal).FirstOrDefault() ?? stage.Anybody(command.Who);
        await office.ActAsync<IReadingDesk>(desk => desk.RemarkAsync(reader, sheet, string.Create(CultureInfo.InvariantCulture, $"第{memory.Tries}次所写")));
        Assert.DoesNotContain(sheet, memory.EndedSheets);
        readers.Remove(reader);
        memory.Count("阅办意见");
    }

    private async Task EndAsync(OfficeCommand command)
    {
        if (memory.Unread.Count == 0)
            return;
        var sheet = memory.Unread.Keys.ElementAt(command.Whom % memory.Unread.Count);
        var sender = await office.ActAsync<IOfficeData, string>(data => data.CirculationSheets.Where(row => row.Id == sheet).Select(row => row.SenderId).SingleAsync());
        var ending = await office.ActAsync<ICirculationDesk, CirculationEnding>(desk => desk.EndAsync(sender, sheet, evenUnread: command.Who % 2 == 0));
        if (ending.IsEnded && memory.EndedSheets.Add(sheet))
        {
            Assert.Equal(memory.Unread[sheet].Count, ending.Unread.Count);
            memory.Count("结束传阅");
        }
    }

    private async Task VoidAsync(Scene scene)
    {
        await office.ActAsync<IDocumentDesk>(desk => desk.VoidAsync(scene.Document.DrafterId, documentId, "不再需要。"));
        if (scene.Document.State != Dossiers.DocumentState.Void)
            memory.Count("作废");
    }

    private Task<int> CountAsync(string act) =>
        office.ActAsync<IOfficeData, int>(data => data.Events.CountAsync(record => record.DocumentId == documentId && record.Act == act));
}
