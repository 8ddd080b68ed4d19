using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Host.Parts;
using DocFlow.Office.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DocFlow.Host.Tests;

/// <summary>The office clock, and fonts that come while the host serves.</summary>
public sealed class ClockAndPartsTests
{
    [Fact]
    [Trait("Journey", "J05")]
    public async Task The_clock_moves_forward_only_and_answers_after_the_due_work_ran()
    {
        var work = new DueOnce();
        await using var host = await OfficeHost.StartAsync(new HostChoice(Replace: services => services.AddSingleton<IDueWork>(work)));
        var later = host.Get<OfficeClock>().Now.AddDays(3);

        using var moved = await host.As("suxiao").PostAsJsonAsync("/api/clock", new { now = later });
        using var back = await host.As("suxiao").PostAsJsonAsync("/api/clock", new { now = later.AddDays(-1) });

        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        var answer = await moved.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((2, true), (answer.GetProperty("done").GetInt32(), answer.GetProperty("now").GetDateTimeOffset() >= later));
        Assert.Equal(0, work.Left);
        Assert.Equal(HttpStatusCode.BadRequest, back.StatusCode);
        Assert.True(host.Get<OfficeClock>().Now >= later);
    }

    [Fact]
    public async Task Without_fonts_the_host_serves_and_what_was_started_goes_on_when_they_come()
    {
        var folder = Directory.CreateTempSubdirectory("docflow-fonts-").FullName;
        var source = new HeldBackFonts(FontSettings.FromEnvironment().OpenSetFolder, Path.Combine(folder, "fonts"));
        Assert.SkipUnless(source.CanDeliver, "The fonts are not in the cache.");
        await using (var host = await OfficeHost.StartAsync(new HostChoice(Replace: services =>
        {
            services.AddSingleton(new FontSettings(null, folder)).AddSingleton<IFontSource>(source);
            services.Configure<DocFlow.Office.Outbox.OutboxOptions>(options => (options.PauseWhileAbsent, options.Poll) = (TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50)));
        })))
        {
            Assert.Equal(HttpStatusCode.OK, (await host.As("linzhiyuan").GetAsync("/health/ready")).StatusCode);
            Assert.Equal("Fetching", await FontStateAsync(host));
            using var preview = await host.As("linzhiyuan").PostAsJsonAsync("/api/preview", new { source = Notice.Source });
            Assert.Equal(HttpStatusCode.ServiceUnavailable, preview.StatusCode);
            var id = await Notice.DraftAsync(host);
            var version = (await host.ReadAsync("linzhiyuan", $"/api/documents/{id}/draft")).GetProperty("version").GetInt32();
            await host.PostAsync("linzhiyuan", $"/api/documents/{id}/start", new { version });
            var problem = await host.WaitForAsync("linzhiyuan", $"/api/documents/{id}", dossier => dossier.GetProperty("problem").ValueKind == JsonValueKind.String);
            Assert.Contains("字体", problem.GetProperty("problem").GetString(), StringComparison.Ordinal);

            source.Deliver();

            await host.WaitForAsync("linzhiyuan", "/api/system/parts", parts => parts[0].GetProperty("state").GetString() == "Ready");
            // The message is crossed off just after the burst was saved.
            await host.WaitForAsync("linzhiyuan", $"/api/documents/{id}", dossier =>
                dossier.GetProperty("waiting").GetArrayLength() > 0 && dossier.GetProperty("problem").ValueKind == JsonValueKind.Null);
            await host.PostAsync("linzhiyuan", "/api/preview", new { source = Notice.Source });
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string?> FontStateAsync(OfficeHost host) =>
        (await host.ReadAsync("linzhiyuan", "/api/system/parts"))[0].GetProperty("state").GetString();

    /// <summary>Two things that are due once.</summary>
    private sealed class DueOnce : IDueWork
    {
        public int Left { get; private set; } = 2;

        public Task<int> RunDueAsync(CancellationToken cancellationToken) => Task.FromResult(Left-- > 0 ? 1 : Left = 0);
    }

    /// <summary>Brings the fonts only when the test says so.</summary>
    private sealed class HeldBackFonts(string from, string to) : IFontSource
    {
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool CanDeliver => Directory.Exists(from) && Directory.EnumerateFiles(from).Any();

        public bool IsComplete => Directory.Exists(to);

        public void Deliver() => _released.SetResult();

        public async Task<bool> FetchAsync(Action<string> report, CancellationToken cancellationToken)
        {
            report("正在下载字体：测试…");
            await _released.Task.WaitAsync(cancellationToken);
            Directory.CreateDirectory(to);
            foreach (var file in Directory.EnumerateFiles(from))
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
            return true;
        }
    }
}
