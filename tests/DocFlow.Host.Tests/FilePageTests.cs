using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using DocFlow.Host.Drafting;

namespace DocFlow.Host.Tests;

/// <summary>Pages of produced files and of drafts on the screen.</summary>
public sealed class FilePageTests(SharedHost shared)
{
    private static readonly byte[] PngStart = [0x89, 0x50, 0x4E, 0x47];

    [Fact]
    public async Task A_page_of_a_produced_file_is_shown_with_its_words_and_proved_to_be_the_same()
    {
        var host = shared.Host;
        var id = await Notice.StartAsync(host);
        await host.WaitForSeatAsync("hemin", id);
        var file = (await host.ReadAsync("linzhiyuan", $"/api/documents/{id}")).GetProperty("files").EnumerateArray().First(row => row.GetProperty("format").GetString() == "pdf");
        var path = $"/api/documents/{id}/files/{file.GetProperty("fileHash").GetString()}/pages/1";

        using var picture = await host.As("hemin").GetAsync(path);
        var text = await host.ReadAsync("hemin", $"{path}/text");
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(picture.Headers.ETag ?? new EntityTagHeaderValue("\"none\""));
        using var again = await host.As("hemin").SendAsync(request);

        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        Assert.Equal(PngStart, (await picture.Content.ReadAsByteArrayAsync())[..4]);
        Assert.Equal("true", Assert.Single(picture.Headers.GetValues("X-DocFlow-Same-As-File")));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(file.GetProperty("pageCount").GetInt32(), text.GetProperty("pages").GetInt32());
        Assert.Contains("无会周", Words(text.GetProperty("words")), StringComparison.Ordinal);
        // Within the sheet of 210 × 297 mm.
        Assert.All(text.GetProperty("words").EnumerateArray(), word => Assert.InRange(word.GetProperty("x").GetDouble(), 0, 210));
        Assert.Equal(HttpStatusCode.NotFound, (await host.As("hemin").GetAsync(path.Replace("pages/1", "pages/99", StringComparison.Ordinal))).StatusCode);
    }

    // A browser on a slow line asks for a page when the drafter has typed on.
    [Fact]
    public async Task A_page_of_a_draft_is_found_until_the_drafter_has_typed_some_looks_further()
    {
        var looks = shared.Host.Get<DraftLooks>();
        var names = new List<string>();
        for (var look = 1; look <= 5; look++)
            names.Add((await looks.ShowAsync("drafter", "desk", $"{Notice.Source}\n二、第{look}次改动\n", new Dictionary<string, byte[]>())).Pages[^1]);

        Assert.Distinct(names);
        Assert.Null(looks.Picture("drafter", names[0]));
        Assert.All(names[1..], name => Assert.NotNull(looks.Picture("drafter", name)));
        Assert.Null(looks.Picture("another", names[4]));
    }

    [Fact]
    public async Task A_draft_is_shown_in_one_call_with_pages_picture_words_and_findings()
    {
        var preview = await shared.Host.PostAsync("linzhiyuan", "/api/preview", new { source = Notice.Source.Replace("每月第二周", "云办发[2026]37号，每月第二周", StringComparison.Ordinal), page = 1, resolution = 60 });

        Assert.Equal((2, 1), (preview.GetProperty("pages").GetInt32(), preview.GetProperty("page").GetInt32()));
        Assert.Equal(60, preview.GetProperty("resolution").GetInt32());
        Assert.Equal(PngStart, preview.GetProperty("png").GetBytesFromBase64()[..4]);
        Assert.Contains("每月第二周", Words(preview.GetProperty("text")), StringComparison.Ordinal);
        Assert.Contains(preview.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("severity").GetString() == "Blocking");
    }

    private static string Words(JsonElement words) => string.Concat(words.EnumerateArray().Select(word => word.GetProperty("text").GetString()));
}
