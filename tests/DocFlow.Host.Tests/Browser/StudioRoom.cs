namespace DocFlow.Host.Tests.Browser;

/// <summary>One office, one browser and one desk for each person, shared by the tests of a class; each test makes workflows of its own.</summary>
public sealed class StudioRoom : IAsyncLifetime
{
    private readonly Dictionary<string, StudioDesk> _desks = [];
    private OfficeBrowser? _browser;

    internal OfficeHost Host { get; private set; } = null!;

    internal OfficeBrowser Browser => _browser!;

    public async ValueTask InitializeAsync()
    {
        if (!StudioPagesTests.HasParts)
            return;
        Host = await OfficeHost.StartAsync();
        _browser = await OfficeBrowser.StartAsync(Host);
    }

    /// <summary>The person's desk; 罗予 designs.</summary>
    internal async Task<StudioDesk> DeskAsync(string login = "luoyu")
    {
        if (!_desks.TryGetValue(login, out var desk))
            _desks[login] = desk = new StudioDesk(Host, await Browser.SignInAsync(login));
        return desk;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is null)
            return;
        await _browser.DisposeAsync();
        await Host.DisposeAsync();
    }
}
