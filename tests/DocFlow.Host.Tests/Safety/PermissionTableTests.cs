using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace DocFlow.Host.Tests.Safety;

/// <summary>Who gets what from which route, for one document that waits for its section head.</summary>
public sealed class PermissionTableTests(SharedHost shared)
{
    private static readonly string[] Roles = ["drafter", "reviewer", "countersigner", "registry", "uninvolved", "administrator", "api key", "anonymous"];

    private static readonly Dictionary<string, string> Logins = new()
    {
        ["drafter"] = "linzhiyuan", ["reviewer"] = "hemin", ["countersigner"] = "baihua", ["registry"] = "suxiao", ["uninvolved"] = "dingyi", ["administrator"] = "sysadmin",
    };

    // Columns: drafter, reviewer, countersigner (not yet asked), registry, uninvolved person, system administrator, API key, anonymous.
    private static readonly (string Route, int[] Statuses)[] Table =
    [
        ("GET /api/work/open", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/work/decided", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/work/drafted", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/work/people", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/work/units", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/work/cosigning-units", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("POST /api/preview", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("POST /api/check", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("POST /api/files/check/", [415, 415, 415, 415, 415, 403, 403, 401]),
        ("POST /api/files/check/report.pdf", [415, 415, 415, 415, 415, 403, 403, 401]),
        ("POST /api/files/signatures", [415, 415, 415, 415, 415, 403, 403, 401]),
        ("GET /api/seals/", [403, 403, 403, 403, 403, 403, 403, 401]),
        ("GET /api/seals/none/picture", [403, 403, 403, 403, 403, 403, 403, 401]),
        ("POST /api/seals/", [415, 415, 415, 415, 415, 403, 403, 401]),
        ("POST /api/seals/none/retire", [403, 403, 403, 403, 403, 403, 403, 401]),
        ("GET /api/preview/pages/none", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("POST /api/documents/", [201, 201, 201, 201, 201, 403, 403, 401]),
        ("POST /api/documents/{id}/annexes", [415, 415, 415, 415, 415, 403, 403, 401]),
        ("DELETE /api/documents/{id}/annexes/none.gw.txt?version=-1", [403, 409, 404, 403, 404, 403, 403, 401]),
        ("GET /api/documents/{id}", [200, 200, 404, 200, 404, 200, 200, 401]),
        ("GET /api/documents/{id}/draft", [200, 200, 404, 200, 404, 403, 403, 401]),
        ("GET /api/documents/{id}/versions/1", [200, 200, 404, 200, 404, 403, 403, 401]),
        ("GET /api/documents/{id}/chain", [200, 200, 404, 200, 404, 403, 403, 401]),
        ("GET /api/documents/{id}/restricted/none", [404, 404, 404, 404, 404, 404, 404, 401]),
        ("GET /api/documents/{id}/restricted/none/file", [404, 404, 404, 404, 404, 404, 404, 401]),
        ("GET /api/system/restricted", [403, 403, 403, 403, 403, 200, 200, 401]),
        ("GET /api/documents/{id}/files/{pdf}", [200, 200, 404, 200, 404, 403, 403, 401]),
        ("GET /api/documents/{id}/files/{pdf}/signatures", [200, 200, 404, 200, 404, 403, 403, 401]),
        ("GET /api/documents/{id}/files/{pdf}/pages/1", [200, 200, 404, 200, 404, 403, 403, 401]),
        ("GET /api/documents/{id}/files/{pdf}/pages/1/text", [200, 200, 404, 200, 404, 403, 403, 401]),
        ("GET /api/documents/{id}/opinions", [200, 200, 404, 200, 404, 403, 403, 401]),
        ("GET /api/documents/{id}/handwriting/none", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("PUT /api/documents/{id}/opinions/none", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("GET /api/documents/{id}/papers/manuscript", [200, 200, 404, 200, 404, 403, 403, 401]),
        ("GET /api/documents/{id}/redline?from=1&to=1", [400, 400, 404, 400, 404, 403, 403, 401]),
        ("GET /api/documents/{id}/changes?from=1&to=1", [400, 400, 404, 400, 404, 403, 403, 401]),
        ("POST /api/documents/{id}/changes", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("GET /api/documents/{id}/notes", [200, 200, 404, 200, 404, 403, 403, 401]),
        ("POST /api/documents/{id}/notes", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("PUT /api/documents/{id}/notes/none", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("DELETE /api/documents/{id}/notes/none", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("POST /api/documents/{id}/supplements", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("GET /api/documents/{id}/correctable", [403, 403, 404, 409, 404, 403, 403, 401]),
        ("POST /api/documents/{id}/corrections", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("GET /api/documents/{id}/duties", [200, 200, 404, 200, 404, 403, 403, 401]),
        ("GET /api/documents/{id}/letters", [200, 200, 404, 200, 404, 403, 403, 401]),
        ("POST /api/documents/{id}/letters/none/seal", [403, 403, 404, 403, 404, 403, 403, 401]),
        ("POST /api/documents/{id}/corrections/1/seal", [403, 403, 404, 409, 404, 403, 403, 401]),
        ("POST /api/documents/{id}/corrections/1/refuse", [403, 403, 404, 409, 404, 403, 403, 401]),
        ("POST /api/documents/{id}/pause", [400, 403, 404, 403, 404, 403, 403, 401]),
        ("POST /api/documents/{id}/resume", [204, 403, 404, 403, 404, 403, 403, 401]),
        ("POST /api/documents/{id}/urge-receipts", [403, 403, 404, 409, 404, 403, 403, 401]),
        ("GET /api/documents/{id}/signature", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("GET /api/signatures/", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("POST /api/signatures/", [415, 415, 415, 415, 415, 403, 403, 401]),
        ("GET /api/signatures/none", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("POST /api/signatures/none/retire", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("GET /api/returns/", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/returns/file?format=none", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("GET /api/returns/categories", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("PUT /api/documents/{id}/draft", [403, 409, 404, 403, 404, 403, 403, 401]),
        ("POST /api/documents/{id}/start", [202, 403, 404, 403, 404, 403, 403, 401]),
        ("POST /api/documents/{id}/receive", [403, 403, 404, 403, 404, 403, 403, 401]),
        ("POST /api/documents/{id}/void", [400, 400, 404, 400, 404, 403, 403, 401]),
        ("POST /api/work/seats/{seat}/outcome", [403, 400, 403, 403, 403, 403, 403, 401]),
        ("GET /api/work/seats/{seat}/outlook?outcome=同意", [403, 200, 403, 403, 403, 403, 403, 401]),
        ("GET /api/work/documents/{id}/outlook", [409, 403, 404, 403, 404, 403, 403, 401]),
        ("GET /api/work/leaves", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("POST /api/work/leaves/none/end", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("GET /api/system/rules", [200, 200, 200, 200, 200, 200, 200, 401]),
        ("GET /api/system/leadership", [200, 200, 200, 200, 200, 200, 200, 401]),
        ("PUT /api/system/leadership/none", [403, 403, 403, 403, 403, 400, 400, 401]),
        ("GET /api/circulations/", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/documents/{id}/circulations", [200, 200, 404, 200, 404, 403, 403, 401]),
        ("POST /api/documents/{id}/circulations", [400, 400, 404, 400, 404, 403, 403, 401]),
        ("POST /api/documents/{id}/read", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("POST /api/circulations/none/readers", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("POST /api/circulations/none/end", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("POST /api/circulations/none/remark", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("GET /api/notices/", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/notices/choices", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("PUT /api/notices/choices", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("POST /api/notices/none/read", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("POST /api/notices/read-all", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/followed", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("PUT /api/documents/{id}/follow", [204, 204, 404, 204, 404, 403, 403, 401]),
        ("DELETE /api/documents/{id}/follow", [204, 204, 204, 204, 204, 403, 403, 401]),
        ("POST /api/work/documents/{id}/take-back", [409, 403, 404, 403, 404, 403, 403, 401]),
        ("GET /api/work/delegations", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("POST /api/work/delegations/none/revoke", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("GET /api/handovers/", [200, 200, 200, 200, 200, 200, 200, 401]),
        ("GET /api/handovers/people", [403, 403, 403, 403, 200, 200, 200, 401]),
        ("GET /api/handovers/posts", [403, 403, 403, 403, 200, 200, 200, 401]),
        ("GET /api/handovers/preview?personId=none", [403, 403, 403, 403, 404, 404, 404, 401]),
        ("GET /api/handovers/none", [404, 404, 404, 404, 404, 404, 404, 401]),
        ("GET /api/handovers/none/sheet", [404, 404, 404, 404, 404, 404, 404, 401]),
        ("POST /api/handovers/none/cancel", [403, 403, 403, 403, 404, 404, 404, 401]),
        ("POST /api/handovers/none/sign", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("GET /api/schedule/?from=2026-12-14&to=2026-12-18", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/schedule/table?from=2026-12-14&to=2026-12-18&format=none", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("GET /api/schedule/feed", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("POST /api/schedule/feed", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("DELETE /api/schedule/feed", [204, 204, 204, 204, 204, 403, 403, 401]),
        ("GET /api/repairs/faults", [403, 403, 403, 403, 403, 200, 200, 401]),
        ("POST /api/repairs/faults/none/retry", [403, 403, 403, 403, 403, 404, 404, 401]),
        ("POST /api/repairs/faults/none/skip", [403, 403, 403, 403, 403, 400, 400, 401]),
        ("GET /api/repairs/reconciliation", [403, 403, 403, 403, 403, 200, 200, 401]),
        ("GET /api/repairs/documents", [403, 403, 403, 403, 403, 200, 200, 401]),
        ("GET /api/repairs/documents/{id}", [403, 403, 403, 403, 403, 200, 200, 401]),
        ("GET /api/repairs/documents/{id}/move?version=1", [403, 403, 403, 403, 403, 200, 200, 401]),
        ("POST /api/repairs/documents/{id}/move", [403, 403, 403, 403, 403, 409, 409, 401]),
        ("GET /api/procedures/", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/procedures/policy-document/form", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("POST /api/procedures/policy-document/matters", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("GET /api/procedures/policy-document/register", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/procedures/policy-document/register/file?format=none", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("GET /api/procedures/policy-document/matrix", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("POST /api/procedures/policy-document/import", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("GET /api/procedures/policy-document/coverage", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("GET /api/procedures/policy-document/views", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("POST /api/procedures/policy-document/views", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("DELETE /api/procedures/policy-document/views/none", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("GET /api/procedures/policy-document/reports/none?month=2026-11&format=pdf", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("GET /api/procedures/board", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/requests/", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/requests/answered-by/{id}", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("GET /api/lists/", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("PUT /api/lists/none", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("POST /api/documents/{id}/annotations", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("GET /api/assessment/measures", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/assessment/formulas", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("POST /api/assessment/formulas", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("DELETE /api/assessment/formulas/9", [403, 403, 403, 403, 409, 403, 403, 401]),
        ("GET /api/assessment/periods", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/assessment/periods/2020-01", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/assessment/periods/2020-01/file?format=none", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("POST /api/assessment/periods/2020-01/scores", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("GET /api/assessment/periods/2020-01/people/none", [404, 404, 404, 404, 404, 403, 403, 401]),
        ("POST /api/assessment/periods/2020-01/people/none/corrections", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("GET /api/analysis/", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/analysis/policy-document?period=2020-01", [403, 200, 403, 200, 403, 403, 403, 401]),
        ("GET /api/analysis/policy-document/comparison?before=2020-01&after=2020-02", [403, 200, 403, 200, 403, 403, 403, 401]),
        ("GET /api/analysis/policy-document/comparison/file?format=none", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("GET /api/analysis/policy-document/chart?version=99", [403, 404, 403, 404, 403, 403, 403, 401]),
        ("GET /api/analysis/policy-document/publications", [403, 200, 403, 200, 403, 403, 403, 401]),
        ("GET /api/analysis/policy-document/simulation?version=99", [403, 404, 403, 404, 403, 403, 403, 401]),
        ("GET /api/registers/issue", [200, 200, 200, 200, 200, 200, 200, 401]),
        ("GET /api/registers/seals", [200, 200, 200, 200, 200, 403, 403, 401]),
        ("GET /api/registers/seals/file?format=none", [400, 400, 400, 400, 400, 403, 403, 401]),
        ("GET /api/system/parts", [200, 200, 200, 200, 200, 200, 200, 401]),
        ("GET /api/system/outbox", [403, 403, 403, 403, 403, 200, 200, 401]),
        ("POST /api/system/outbox/0/send-again", [403, 403, 403, 403, 403, 404, 404, 401]),
        ("GET /api/system/events/verify", [403, 403, 403, 403, 403, 403, 200, 401]),
        ("GET /api/system/calendar/", [200, 200, 200, 200, 200, 200, 200, 401]),
        ("POST /api/system/calendar/import", [415, 415, 415, 415, 415, 403, 403, 401]),
        ("PUT /api/system/calendar/days/2030-01-01", [403, 403, 403, 403, 403, 400, 400, 401]),
        ("GET /api/clock", [200, 200, 200, 200, 200, 200, 200, 401]),
        ("GET /api/session", [200, 200, 200, 200, 200, 200, 200, 401]),
        ("GET /openapi/v1.json", [200, 200, 200, 200, 200, 200, 200, 200]),
        ("GET /health/detail", [403, 403, 403, 403, 403, 200, 200, 401]),
        ("GET /health/ready", [200, 200, 200, 200, 200, 200, 200, 200]),
    ];

    // Not asked by the table: they need a body of their own.
    private static readonly string[] Unasked =
    [
        "POST /api/work/seats/{seatId}/transfer", "POST /api/work/seats/{seatId}/add", "POST /api/work/seats/{seatId}/withdraw",
        "POST /api/work/documents/{id}/urge", "POST /api/work/documents/{id}/cosigners", "POST /api/work/delegations", "POST /api/work/leaves", "PUT /api/system/rules",
        "POST /api/handovers/", "POST /api/repairs/faults/{id}/repair", "POST /api/repairs/documents/{id}/jump",
        "POST /api/clock", "POST /api/session", "DELETE /api/session",
    ];

    [Fact]
    public async Task Each_role_gets_from_each_route_what_the_table_says()
    {
        var host = shared.Host;
        var id = await Notice.StartAsync(host);
        var seat = (await host.WaitForSeatAsync("hemin", id)).GetProperty("seatId").GetString();
        var file = (await host.ReadAsync("linzhiyuan", $"/api/documents/{id}")).GetProperty("files").EnumerateArray()
            .First(row => row.GetProperty("format").GetString() == "pdf").GetProperty("fileHash").GetString();
        var wrong = new List<string>();
        foreach (var (route, statuses) in Table)
        {
            var path = route.Replace("{id}", id, StringComparison.Ordinal).Replace("{seat}", seat, StringComparison.Ordinal).Replace("{pdf}", file, StringComparison.Ordinal);
            for (var role = 0; role < Roles.Length; role++)
            {
                var status = await AskAsync(host, Roles[role], path);
                if (status != statuses[role])
                    wrong.Add($"{route} as {Roles[role]}: {status}, not {statuses[role]}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_table_names_every_route_of_the_api_but_those_on_the_short_list()
    {
        var mapped = shared.Host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => (Method: method, endpoint.RoutePattern)))
            .Where(route => !Unasked.Contains($"{route.Method} {route.RoutePattern.RawText}"))
            .ToList();
        var rows = Table.Select(row => row.Route.Split(' ')).Where(row => row[1].StartsWith("/api/", StringComparison.Ordinal)).ToList();

        Assert.Equal(mapped.Count, rows.Count);
        Assert.Empty(mapped.Where(route => !rows.Exists(row => row[0] == route.Method && Fits(route.RoutePattern, row[1]))).Select(route => $"{route.Method} {route.RoutePattern.RawText}"));
    }

    [Fact]
    public async Task An_administrator_sees_how_a_document_stands_but_no_opinion()
    {
        var id = await Notice.StartAsync(shared.Host);
        await shared.Host.DecideAsync("hemin", id, "退回", "这一句只给办理人看。");
        using var client = shared.Host.WithKey();

        var text = await client.GetStringAsync($"/api/documents/{id}");

        Assert.Contains("何敏", text, StringComparison.Ordinal);
        Assert.DoesNotContain("这一句只给办理人看", text, StringComparison.Ordinal);
    }

    // A part in braces stands for anything.
    private static bool Fits(RoutePattern pattern, string path)
    {
        var parts = path.Split('?')[0].Trim('/').Split('/');
        return parts.Length == pattern.PathSegments.Count
            && pattern.PathSegments.Zip(parts).All(pair => pair.First.Parts[0] is not RoutePatternLiteralPart literal || literal.Content == pair.Second);
    }

    private static async Task<int> AskAsync(OfficeHost host, string role, string route)
    {
        using var client = role switch
        {
            "anonymous" => host.Anyone(),
            "api key" => host.WithKey(),
            _ => ActingAs(host, Logins[role]),
        };
        var (method, path) = (route[..route.IndexOf(' ', StringComparison.Ordinal)], route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        // Well-formed, but with nothing that could be carried out: an empty reason, an outcome that the step doesn't have, an old version.
        if (method is "PUT" or "POST")
            request.Content = JsonContent.Create(new { source = Notice.Source + "\n改。", version = -1, reason = "", outcome = "没有这一项" });
        using var response = await client.SendAsync(request);
        return (int)response.StatusCode;
    }

    private static HttpClient ActingAs(OfficeHost host, string login)
    {
        var client = host.Anyone();
        client.DefaultRequestHeaders.Add("X-DocFlow-Act-As", login);
        return client;
    }
}
