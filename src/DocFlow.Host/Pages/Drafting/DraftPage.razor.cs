using DocFlow.Documents.Source;
using DocFlow.Host.Drafting;
using DocFlow.Host.Pages.Documents;
using DocFlow.Host.Pages.Frame;
using DocFlow.Host.Parts;
using DocFlow.Office;
using DocFlow.Office.Citations;
using DocFlow.Office.Desks;
using DocFlow.Office.Dossiers;
using DocFlow.Office.People;
using DocFlow.Office.Time;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.JSInterop;

namespace DocFlow.Host.Pages.Drafting;

/// <summary>The drafting desk: elements and words on the left, the pages as they will be printed on the right; saved while one types.</summary>
public sealed partial class DraftPage
{
    private const string Conflict = "这份文稿在别处被改动过，本页的内容没有保存，也没有丢失。请复制下来，重新打开文稿对照修改。";

    private static readonly TimeSpan SaveWithin = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _leaving = new();
    private readonly SemaphoreSlim _saving = new(1, 1);
    private readonly string _deskId = Guid.NewGuid().ToString("N");
    private DraftForm? _form;
    private string? _brokenSource;
    private string? _brokenWhy;
    private string _source = "";
    private string _savedAs = "";
    private int _version;
    private bool _isNormative;
    private bool _isRunning;
    private bool _isBusy;
    private bool _isSaveDue;
    private bool _othersChanged;
    private string? _saved;
    private bool _isLooking;
    private bool _isLookWanted;
    private DraftLook? _look;
    private IReadOnlyDictionary<string, byte[]> _attachments = new Dictionary<string, byte[]>();
    private IReadOnlyList<string> _cosigning = [];
    private IReadOnlyList<Unit> _units = [];
    private OfficeDays? _days;
    private OriginCitation? _citation;

    [Parameter] public string? Id { get; set; }

    [SupplyParameterFromQuery] private string? Template { get; set; }

    [SupplyParameterFromQuery] private bool Blank { get; set; }

    /// <summary>The document or matter that a new draft is born from.</summary>
    [SupplyParameterFromQuery] private string? From { get; set; }

    [Inject] private DraftTemplates Templates { get; set; } = null!;

    [Inject] private DraftLooks Looks { get; set; } = null!;

    [Inject] private IJSRuntime Script { get; set; } = null!;

    [Inject] private SystemParts Parts { get; set; } = null!;

    [Inject] private ILogger<DraftPage> Logger { get; set; } = null!;

    [Inject] private OfficeClock Clock { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    private string Title => _form?.Title ?? "";

    private IReadOnlyList<string> Obstacles => _look?.Obstacles ?? [];

    public async ValueTask DisposeAsync()
    {
        Parts.Changed -= OnPartsChanged;
        await _leaving.CancelAsync();
        try
        {
            if (IsUnsaved)
                await SaveAsync();
        }
        finally
        {
            _leaving.Dispose();
            _saving.Dispose();
        }
    }

    private bool IsUnsaved => _source.Length > 0 && !_othersChanged && Signature != _savedAs;

    private string Signature => $"{_isNormative}\n{string.Join(',', _cosigning)}\n{_source}";

    protected override async Task OpenAsync()
    {
        _units = await Office.AskAsync<IOfficeData, List<Unit>>(data =>
            data.Units.AsNoTracking().Where(unit => unit.Kind == UnitKind.Department).OrderBy(unit => unit.Order).ToListAsync());
        _days = await OfficeDays.ReadAsync(Office, Clock);
        if (Id is null)
        {
            var path = Template ?? "notice/general";
            _form = Blank ? Templates.Blank(path) : Templates.Sample(path);
            if (_form is null)
            {
                Refusal = "没有这个模板，请从“拟稿”重新选择。";
                return;
            }

            if (From is { } origin && !await TryAsync(async () => _citation = await Office.AskAsync<IOriginCitations, OriginCitation?>(citations => citations.OfMatterAsync(Actor, origin))))
            {
                _form = null;
                return;
            }

            if (_citation is not null)
                ReplyOpening.Put(_form, _citation);
            // Not kept until something is changed.
            _source = _form.Write();
            _savedAs = Signature;
            _saved = "改动后自动保存";
        }
        else if (!await TryAsync(ReadAsync))
        {
            return;
        }

        Parts.Changed += OnPartsChanged;
        Show();
    }

    // Fonts have come: what couldn't be drawn can be now.
    private void OnPartsChanged() => _ = InvokeAsync(Show);

    private async Task ReadAsync()
    {
        var draft = await Office.AskAsync<IDocumentDesk, DraftReading>(desk => desk.ReadAsync(Actor, Id!));
        if (!draft.MayEdit)
            throw new RefusalException(DocFlow.Office.Refusal.Forbidden, "这份公文现在不由您修改。可以打开公文查看办理过程。");
        _citation = await Office.AskAsync<IOriginCitations, OriginCitation?>(citations => citations.OfDraftAsync(Actor, Id!));
        _attachments = await Office.AskAsync<IAnnexDesk, IReadOnlyDictionary<string, byte[]>>(desk => desk.ReadAsync(Actor, Id!));
        _form = DraftForm.Read(draft.SourceText, out var problem);
        if (_form is null)
            (_brokenSource, _brokenWhy) = (draft.SourceText, problem?.ToString());
        (_source, _version, _isNormative, _cosigning) = (draft.SourceText, draft.Version, draft.IsNormative, draft.CosigningUnitIds);
        _isRunning = draft.State == DocumentState.Running;
        _savedAs = Signature;
        _saved = "已保存";
    }

    private void OnBodyTyped(string body)
    {
        _form!.Body = body;
        OnChanged();
    }

    private void OnSourceTyped(string source)
    {
        _source = source;
        Show();
    }

    private void OnCosigningChanged(IReadOnlyList<string> units)
    {
        _cosigning = units;
        OnChanged();
    }

    private void OnNormativeChanged(bool isNormative)
    {
        _isNormative = isNormative;
        OnChanged();
    }

    private void OnChanged()
    {
        _source = _form!.Write();
        _saved = "正在输入…";
        PlanSave();
        Show();
    }

    // One drawing at a time, of the newest text; nobody who types or presses waits for it.
    private void Show()
    {
        _isLookWanted = true;
        if (!_isLooking)
            _ = LookAsync();
    }

    private async Task LookAsync()
    {
        _isLooking = true;
        try
        {
            while (_isLookWanted && !_leaving.IsCancellationRequested)
            {
                _isLookWanted = false;
                _look = await Looks.ShowAsync(Actor, _deskId, _source, _attachments, _citation, await Office.AskAsync<IRepealedDocuments, IReadOnlyList<DocFlow.Documents.Checking.Finding>>(repealed => repealed.CheckAsync(_source)));
                StateHasChanged();
            }
        }
        catch (Exception exception)
        {
            PageLog.DraftNotDrawn(Logger, exception);
            _look = DraftLook.Hidden("页面没有画出来，文稿没有受影响。改动后会再画。");
            StateHasChanged();
        }
        finally
        {
            _isLooking = false;
        }
    }

    private void PlanSave()
    {
        if (_isSaveDue || _othersChanged)
            return;
        _isSaveDue = true;
        _ = SaveLaterAsync();
    }

    private async Task SaveLaterAsync()
    {
        try
        {
            await Task.Delay(SaveWithin, Time, _leaving.Token);
            await InvokeAsync(SaveNowAsync);
        }
        catch (OperationCanceledException)
        {
            // The page was left: disposing saves.
        }
        catch (Exception exception)
        {
            PageLog.DraftNotSaved(Logger, exception);
            await InvokeAsync(() =>
            {
                _saved = "没有保存，内容还在本页，正在再试…";
                _isSaveDue = false;
                StateHasChanged();
                PlanSave();
            });
        }
    }

    private async Task SavePressedAsync()
    {
        await HandOverAsync();
        await SaveNowAsync();
    }

    // The last keys may still be in the browser.
    private ValueTask HandOverAsync() => Script.InvokeVoidAsync("docflow.handOver");

    private async Task SaveNowAsync()
    {
        _isSaveDue = false;
        if (IsUnsaved || Id is null)
            await SaveAsync();
        StateHasChanged();
    }

    private async Task<bool> SaveAsync()
    {
        await _saving.WaitAsync();
        try
        {
            var signature = Signature;
            var content = new DraftContent { SourceText = _source, IsNormative = _isNormative, CosigningUnitIds = _cosigning, Key = _deskId, BornFromId = From };
            try
            {
                if (Id is null)
                    await CreateAsync(content);
                else
                    _version = await Office.AskAsync<IDocumentDesk, int>(desk => desk.SaveAsync(Actor, Id, _version, content));
            }
            catch (RefusalException refusal)
            {
                Refusal = refusal.Message;
                _saved = "没有保存，内容还在本页";
                if (refusal.Refusal == DocFlow.Office.Refusal.Conflict)
                    _othersChanged = true;
                return false;
            }

            Refusal = null;
            _savedAs = signature;
            _saved = $"已保存 {_days?.ShowTime(Clock.Now)}";
            return true;
        }
        finally
        {
            _saving.Release();
        }
    }

    private async Task CreateAsync(DraftContent content)
    {
        Id = await Office.AskAsync<IDocumentDesk, string>(desk => desk.CreateAsync(Actor, content));
        _version = (await Office.AskAsync<IDocumentDesk, DraftReading>(desk => desk.ReadAsync(Actor, Id))).Version;
        if (_leaving.IsCancellationRequested)
            return;
        try
        {
            // The address is the draft's own from now on, without opening the page anew.
            await Script.InvokeVoidAsync("docflow.rename", $"draft/{Id}");
        }
        catch (JSDisconnectedException)
        {
            // The browser has left; the draft is in 我发起.
        }
    }

    private async Task SendAsync()
    {
        _isBusy = true;
        try
        {
            await HandOverAsync();
            if (_othersChanged)
            {
                Refusal = Conflict;
                return;
            }

            if ((IsUnsaved || Id is null) && !await SaveAsync())
                return;
            if (_isRunning || await TryAsync(() => Office.AskAsync<IDocumentDesk, string>(desk => desk.StartAsync(Actor, Id!, _version, Procedures.PolicyDocument))))
                Navigation.NavigateTo($"documents/{Id}");
        }
        finally
        {
            _isBusy = false;
        }
    }
}
