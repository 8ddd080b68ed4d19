using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Tests.Running;
using DocFlow.Host.Accounts;
using DocFlow.Host.Studio;
using DocFlow.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Elsa.Api.Tests.Safety;

/// <summary>Who gets what from which route of the workflow API.</summary>
public sealed class PermissionTableTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly string[] Roles =
        ["anonymous", "cookie only", "person", "security administrator", "auditor", "viewer of another", "viewer", "refresh token", "designer", "administrator", "api key"];

    // What each group of roles gets: nobody; people without rights; a viewer of another instance; a viewer; a designer; who may do everything.
    private static readonly (string Route, int Person, int OtherViewer, int Viewer, int Designer, int All)[] Table =
    [
        ("GET /workflow-definitions", 403, 403, 403, 200, 200),
        ("GET /workflow-definitions/many-by-id", 403, 403, 403, 200, 200),
        ("GET /workflow-definitions/by-definition-id/{definition}", 403, 403, 403, 200, 200),
        ("GET /workflow-definitions/{definition}", 403, 403, 403, 200, 200),
        ("GET /workflow-definitions/by-id/{version}", 403, 403, 200, 200, 200),
        ("GET /workflow-definitions/by-id/none", 403, 403, 403, 404, 404),
        ("GET /workflow-definitions/by-id/{version}/findings", 403, 403, 403, 200, 200),
        ("GET /workflow-definitions/by-id/none/findings", 403, 403, 403, 404, 404),
        ("GET /workflow-definitions/{definition}/versions", 403, 403, 403, 200, 200),
        ("GET /workflow-definitions/{definition}/consumers", 403, 403, 403, 200, 200),
        ("GET /workflow-definitions/query/count", 403, 403, 403, 200, 200),
        ("GET /workflow-definitions/validation/is-name-unique", 403, 403, 403, 200, 200),
        ("POST /workflow-definitions", 403, 403, 403, 400, 400),
        ("POST /workflow-definitions/none/publish", 403, 403, 403, 404, 404),
        ("POST /workflow-definitions/none/retract", 403, 403, 403, 404, 404),
        ("POST /workflow-definitions/none/revert/1", 403, 403, 403, 404, 404),
        ("POST /workflow-definitions/none/update-references", 403, 403, 403, 200, 200),
        ("DELETE /workflow-definitions/none", 403, 403, 403, 404, 404),
        ("DELETE /workflow-definitions/none/version/1", 403, 403, 403, 404, 404),
        ("DELETE /workflow-definition-versions/none", 403, 403, 403, 404, 404),
        ("POST /bulk-actions/delete/workflow-definitions/by-definition-id", 403, 403, 403, 200, 200),
        ("POST /bulk-actions/delete/workflow-definitions/by-id", 403, 403, 403, 200, 200),
        ("POST /bulk-actions/publish/workflow-definitions/by-definition-ids", 403, 403, 403, 200, 200),
        ("POST /bulk-actions/retract/workflow-definitions/by-definition-ids", 403, 403, 403, 200, 200),
        ("POST /actions/workflow-definitions/refresh", 403, 403, 403, 200, 200),
        ("POST /actions/workflow-definitions/reload", 403, 403, 403, 200, 200),
        ("GET /workflow-definitions/{definition}/export", 403, 403, 403, 200, 200),
        ("POST /workflow-definitions/none/export", 403, 403, 403, 404, 404),
        ("POST /bulk-actions/export/workflow-definitions", 403, 403, 403, 404, 404),
        ("POST /workflow-definitions/import-files", 403, 403, 403, 415, 415),
        ("GET /workflow-definitions/subgraph/{version}", 403, 403, 200, 200, 200),
        ("GET /workflow-definitions/subgraph/segments/{version}?childNodeId=Workflow1:Flowchart1:task1", 403, 403, 200, 200, 200),
        ("POST /workflow-definitions/none/execute", 403, 403, 403, 404, 404),
        ("GET /workflow-definitions/none/execute", 403, 403, 403, 404, 404),
        ("POST /workflow-definitions/none/dispatch", 403, 403, 403, 404, 404),
        ("POST /workflow-definitions/none/bulk-dispatch", 403, 403, 403, 404, 404),
        ("GET /descriptors/activities", 403, 200, 200, 200, 200),
        ("GET /descriptors/activities/Elsa.WriteLine", 403, 403, 403, 200, 200),
        ("POST /descriptors/activities/Elsa.WriteLine/options/Text", 403, 403, 403, 200, 200),
        ("GET /descriptors/expression-descriptors", 403, 200, 200, 200, 200),
        ("GET /descriptors/variables", 403, 200, 200, 200, 200),
        ("GET /descriptors/storage-drivers", 403, 200, 200, 200, 200),
        ("GET /descriptors/workflow-activation-strategies", 403, 403, 403, 200, 200),
        ("GET /descriptors/incident-strategies", 403, 403, 403, 200, 200),
        ("GET /descriptors/log-persistence-strategies", 403, 403, 403, 200, 200),
        ("GET /descriptors/commit-strategies/workflows", 403, 403, 403, 200, 200),
        ("GET /descriptors/commit-strategies/activities", 403, 403, 403, 200, 200),
        ("GET /descriptors/output-converters?sourceType=Object&destinationType=String", 403, 403, 403, 200, 200),
        ("GET /features/installed", 403, 200, 200, 200, 200),
        ("POST /scripting/javascript/type-definitions/{definition}", 403, 403, 403, 200, 200),
        ("POST /tests/activities", 403, 403, 403, 404, 404),
        ("GET /workflow-instances", 403, 403, 403, 200, 200),
        ("POST /workflow-instances", 403, 403, 403, 200, 200),
        ("GET /workflow-instances/{instance}", 403, 403, 200, 200, 200),
        ("GET /workflow-instances/{instance}/execution-state", 403, 403, 200, 200, 200),
        ("GET /workflow-instances/{instance}/variables", 403, 403, 200, 200, 200),
        ("POST /workflow-instances/none/variables", 403, 403, 403, 403, 404),
        ("DELETE /workflow-instances/none", 403, 403, 403, 403, 404),
        ("POST /cancel/workflow-instances/none", 403, 403, 403, 403, 404),
        ("POST /bulk-actions/delete/workflow-instances/by-id", 403, 403, 403, 403, 200),
        ("POST /bulk-actions/cancel/workflow-instances", 403, 403, 403, 403, 200),
        ("GET /workflow-instances/{instance}/export", 403, 403, 403, 200, 200),
        ("POST /bulk-actions/export/workflow-instances", 403, 403, 403, 404, 404),
        ("POST /bulk-actions/import/workflow-instances", 403, 403, 403, 403, 415),
        ("GET /workflow-instances/{instance}/journal", 403, 403, 200, 200, 200),
        ("POST /workflow-instances/{instance}/journal", 403, 403, 200, 200, 200),
        ("GET /workflow-instances/{instance}/journal/task1", 403, 403, 200, 200, 200),
        ("POST /activity-executions/report", 403, 403, 200, 200, 200),
        ("GET /activity-executions/count?workflowInstanceId={instance}", 403, 403, 200, 200, 200),
        ("GET /activity-executions/list?workflowInstanceId={instance}", 403, 403, 200, 200, 200),
        ("GET /activity-execution-summaries/list?workflowInstanceId={instance}", 403, 403, 200, 200, 200),
        ("GET /activity-executions/by-id?id={execution}", 403, 403, 200, 200, 200),
        ("GET /activity-executions/{execution}", 403, 403, 200, 200, 200),
        ("GET /activity-executions/{execution}/call-stack", 403, 403, 200, 200, 200),
        ("GET /resilience/retries/{execution}", 403, 200, 200, 200, 200),
        ("GET /resilience/strategies", 403, 200, 200, 200, 200),
        ("POST /alterations/workflows/retry", 403, 403, 403, 403, 200),
        ("POST /tasks/none/complete", 403, 403, 403, 403, 200),
        ("POST /events/none/trigger", 403, 403, 403, 403, 200),
        ("GET /bookmark-queue/dead-letters", 403, 403, 403, 200, 200),
        ("PUT /workflow-definitions/{definition}/import", 403, 403, 403, 400, 400),
        ("POST /workflow-definitions/import", 403, 403, 403, 400, 400),
    ];

    // Open to everybody: they tell nothing, or are asked for a token.
    private static readonly string[] Open = ["GET /package/version", "POST /identity/login", "POST /identity/refresh-token"];

    [Fact]
    public async Task Each_role_gets_from_each_route_what_the_table_says()
    {
        var place = await PlaceAsync();
        var wrong = new List<string>();
        foreach (var role in Roles)
        {
            using var client = await ClientAsync(role, place);
            foreach (var row in Table)
            {
                var status = await AskAsync(client, row.Route, place);
                if (status != Expected(row, role))
                    wrong.Add($"{row.Route} as {role}: {status}, not {Expected(row, role)}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_table_names_every_route()
    {
        var mapped = host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(ElsaApi.Root, StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => (Method: method, Pattern: endpoint.RoutePattern)))
            .ToList();
        var rows = Table.Select(row => row.Route).Concat(Open).Select(route => route.Split('?')[0].Split(' ')).ToList();

        Assert.Empty(mapped.Where(route => !rows.Exists(row => row[0] == route.Method && Fits(route.Pattern, ElsaApi.Root + row[1]))).Select(route => $"{route.Method} {route.Pattern.RawText}"));
    }

    [Fact]
    public async Task A_viewer_sees_how_an_instance_stands_but_no_values()
    {
        var place = await PlaceAsync();
        using var viewer = await ClientAsync("viewer", place);
        foreach (var path in new[]
                 {
                     $"/workflow-instances/{place.Instance}", $"/workflow-instances/{place.Instance}/variables", $"/workflow-instances/{place.Instance}/journal",
                     $"/activity-executions/list?workflowInstanceId={place.Instance}", $"/activity-executions/by-id?id={place.Execution}", $"/activity-executions/{place.Execution}/call-stack",
                 })
        {
            var text = await viewer.GetStringAsync(ElsaApi.Root + path);
            Assert.Contains("\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Place.Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain("stackTrace", text, StringComparison.Ordinal);
        }

        using var designer = await ClientAsync("designer", place);
        Assert.Contains(Place.Secret, await designer.GetStringAsync($"{ElsaApi.Root}/workflow-instances/{place.Instance}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_s_definition_is_what_the_canvas_draws_without_the_values_that_were_written()
    {
        using var administrator = host.WithKey();
        var id = $"drawn-{Guid.NewGuid():N}";
        using var saved = await administrator.PostAsync($"{ElsaApi.Root}/workflow-definitions", new StringContent(DrawnDefinition.Replace("DEFINITION", id, StringComparison.Ordinal)));
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
        var version = (string)JsonNode.Parse(await saved.Content.ReadAsStringAsync())!["workflowDefinition"]!["id"]!;
        using var viewer = host.WithToken(host.Get<IStudioTokens>().IssueForInstance(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "hemin")], "test")), await StartAsync(administrator, id)).AccessToken);

        foreach (var path in new[] { $"by-id/{version}", $"subgraph/{version}", $"subgraph/{version}?parentNodeId=Workflow1:chart:if", $"subgraph/segments/{version}?childNodeId=Workflow1:chart:if:inner" })
        {
            Assert.Contains(Place.Secret, await administrator.GetStringAsync($"{ElsaApi.Root}/workflow-definitions/{path}"), StringComparison.Ordinal);
            Assert.DoesNotContain(Place.Secret, await viewer.GetStringAsync($"{ElsaApi.Root}/workflow-definitions/{path}"), StringComparison.Ordinal);
        }

        var model = JsonNode.Parse(await viewer.GetStringAsync($"{ElsaApi.Root}/workflow-definitions/by-id/{version}"))!;
        var full = JsonNode.Parse(await administrator.GetStringAsync($"{ElsaApi.Root}/workflow-definitions/by-id/{version}"))!;
        var (activities, all) = (model["root"]!["activities"]!.AsArray(), full["root"]!["activities"]!.AsArray());
        foreach (var name in new[] { "id", "nodeId", "name", "type", "version", "metadata" })
            Assert.Equal(all.Select(activity => activity![name]?.ToJsonString()), activities.Select(activity => activity![name]?.ToJsonString()));
        Assert.Equal(full["root"]!["connections"]!.ToJsonString(), model["root"]!["connections"]!.ToJsonString());
        Assert.Equal("Workflow1:chart:if:inner", (string?)activities[0]!["then"]!["nodeId"]);
        // Exits are drawn by these.
        Assert.Equal("[\"A\",\"B\"]", (string?)activities[1]!["branches"]!["expression"]!["value"]);
        Assert.Equal(["急件", "平件"], activities[2]!["cases"]!.AsArray().Select(item => (string?)item!["label"]));
        Assert.Equal(("note", null), ((string?)model["variables"]![0]!["name"], (string?)model["variables"]![0]!["value"]));
    }

    [Fact]
    public async Task A_viewer_reads_no_values_in_what_went_wrong()
    {
        using var administrator = host.WithKey();
        var id = $"fault-{Guid.NewGuid():N}";
        var definition = new JsonObject
        {
            ["model"] = JsonNode.Parse($$"""{"definitionId":"{{id}}","root":{"type":"Elsa.Fault","id":"f","message":{"typeName":"String","expression":{"type":"Literal","value":"{{Place.Secret}}"} } } }"""),
            ["publish"] = true,
        };
        using var saved = await administrator.PostAsJsonAsync($"{ElsaApi.Root}/workflow-definitions", definition);
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
        var instance = await StartAsync(administrator, id);
        using var viewer = host.WithToken(host.Get<IStudioTokens>().IssueForInstance(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "hemin")], "test")), instance).AccessToken);

        foreach (var path in new[] { $"/workflow-instances/{instance}", $"/workflow-instances/{instance}/journal", $"/activity-executions/list?workflowInstanceId={instance}" })
        {
            Assert.Contains(Place.Secret, await administrator.GetStringAsync(ElsaApi.Root + path), StringComparison.Ordinal);
            Assert.DoesNotContain(Place.Secret, await viewer.GetStringAsync(ElsaApi.Root + path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_viewer_s_token_is_short_lived() => Assert.InRange(
        (host.Get<IStudioTokens>().IssueForInstance(new ClaimsPrincipal(new ClaimsIdentity()), "one").ExpiresAt - host.Get<TimeProvider>().GetUtcNow()).TotalMinutes, 4, 5.1);

    [Fact]
    public async Task A_changed_password_ends_the_tokens_that_are_out()
    {
        using var client = host.WithToken((string)(await LoginAsync("designer"))["accessToken"]!);
        using var before = await client.GetAsync($"{ElsaApi.Root}/workflow-definitions/query/count");
        Assert.Equal(200, (int)before.StatusCode);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<DocFlowUser>>();
            await users.UpdateSecurityStampAsync((await users.FindByNameAsync("designer"))!);
        }

        using var after = await client.GetAsync($"{ElsaApi.Root}/workflow-definitions/query/count");

        Assert.Equal(401, (int)after.StatusCode);
    }

    private static string DrawnDefinition => """
        {"publish":true,"model":{"definitionId":"DEFINITION","name":"DEFINITION","customProperties":{"VariableTestValues":{"v1":"SECRET"}},
         "variables":[{"id":"v1","name":"note","typeName":"String","value":"SECRET"}],
         "root":{"id":"chart","type":"Elsa.Flowchart","version":1,"variables":[{"id":"v2","name":"inner","typeName":"String","value":"SECRET"}],
          "activities":[
           {"id":"if","type":"Elsa.If","name":"判断","version":1,"metadata":{"designer":{"position":{"x":1,"y":2}}},"customProperties":{"logPersistenceConfig":{"default":{"expression":{"type":"JavaScript","value":"SECRET"}}}},
            "condition":{"typeName":"Boolean","expression":{"type":"JavaScript","value":"'SECRET' == getNote()"}},
            "then":{"id":"inner","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"Literal","value":"SECRET"}}}},
           {"id":"fork","type":"Elsa.FlowFork","version":1,"branches":{"typeName":"String[]","expression":{"type":"Literal","value":"[\"A\",\"B\"]"}}},
           {"id":"switch","type":"Elsa.FlowSwitch","version":1,"cases":[{"label":"急件","condition":{"type":"JavaScript","value":"'SECRET'"}},{"label":"平件","condition":{"type":"Literal","value":"SECRET"}}]},
           {"id":"set","type":"Elsa.SetVariable","version":1,"variable":{"id":"v1","name":"note","typeName":"String","value":"SECRET"},"value":{"typeName":"Object","expression":{"type":"Object","value":{"deep":["SECRET"]}}}},
           {"id":"gone","type":"Acme.Gone","version":1,"secret":"SECRET"}],
          "connections":[{"source":{"activity":"if","port":"Done"},"target":{"activity":"fork","port":"In"}}]}}}
        """.Replace("SECRET", Place.Secret, StringComparison.Ordinal);

    private static int Expected((string Route, int Person, int OtherViewer, int Viewer, int Designer, int All) row, string role) => role switch
    {
        "anonymous" or "cookie only" or "refresh token" => 401,
        "person" or "security administrator" or "auditor" => row.Person,
        "viewer of another" => row.OtherViewer,
        "viewer" => row.Viewer,
        "designer" => row.Designer,
        _ => row.All,
    };

    private static bool Fits(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern, string path)
    {
        var parts = path.Trim('/').Split('/');
        return parts.Length == pattern.PathSegments.Count
            && pattern.PathSegments.Zip(parts).All(pair => pair.First.Parts[0] is not Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal || literal.Content == pair.Second);
    }

    private static async Task<int> AskAsync(HttpClient client, string route, Place place)
    {
        var (method, path) = (route[..route.IndexOf(' ', StringComparison.Ordinal)], route[(route.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        using var request = new HttpRequestMessage(new HttpMethod(method), ElsaApi.Root + place.Fill(path));
        // Well-formed, but with nothing that could be carried out.
        if (method is "POST" or "PUT")
            request.Content = path.EndsWith("/import", StringComparison.Ordinal) ? new StringContent("[]") : JsonContent.Create(new { workflowInstanceId = place.Instance });
        using var response = await client.SendAsync(request);
        return (int)response.StatusCode;
    }

    private async Task<HttpClient> ClientAsync(string role, Place place)
    {
        switch (role)
        {
            case "anonymous":
                return host.Anyone();
            case "api key":
                return host.WithKey();
            case "cookie only":
                return await WithCookieAsync("sysadmin");
            case "viewer" or "viewer of another":
                return host.WithToken(host.Get<IStudioTokens>().IssueForInstance(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "hemin")], "test")), role == "viewer" ? place.Instance : place.Other).AccessToken);
            case "administrator" or "refresh token":
                return host.WithToken((string)(await LoginAsync("sysadmin"))[role == "administrator" ? "accessToken" : "refreshToken"]!);
            default:
                var client = host.Anyone();
                client.DefaultRequestHeaders.Add("X-DocFlow-Act-As", role switch { "security administrator" => "secadmin", "auditor" => "auditor", "designer" => DemoAccounts.DesigningPerson, _ => "hemin" });
                return client;
        }
    }

    private async Task<JsonNode> LoginAsync(string login)
    {
        using var client = host.Anyone();
        using var response = await client.PostAsJsonAsync($"{ElsaApi.Root}/identity/login", new { username = login, password = DemoAccounts.Password });
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private async Task<HttpClient> WithCookieAsync(string login)
    {
        var client = host.Anyone();
        using var response = await client.PostAsJsonAsync("/api/session", new { login, password = DemoAccounts.Password });
        client.DefaultRequestHeaders.Add("Cookie", response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        return client;
    }

    private async Task<Place> PlaceAsync()
    {
        using var client = host.WithKey();
        var id = $"table-{Guid.NewGuid():N}";
        using var saved = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions", new StringContent(Place.Definition(id)));
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
        using var another = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions", new StringContent(Place.Definition($"{id}-other")));
        var (instance, other) = (await StartAsync(client, id), await StartAsync(client, $"{id}-other"));
        var executions = JsonNode.Parse(await client.GetStringAsync($"{ElsaApi.Root}/activity-executions/list?workflowInstanceId={instance}"))!["items"]!.AsArray();
        var execution = (string)executions.First(item => (string?)item!["activityId"] == "task1")!["id"]!;
        var version = (string)JsonNode.Parse(await saved.Content.ReadAsStringAsync())!["workflowDefinition"]!["id"]!;
        return new Place(id, version, instance, other, execution);
    }

    private static async Task<string> StartAsync(HttpClient client, string definitionId)
    {
        using var started = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions/{definitionId}/execute", new StringContent("{}"));
        return started.Headers.GetValues("x-elsa-workflow-instance-id").Single();
    }
}
