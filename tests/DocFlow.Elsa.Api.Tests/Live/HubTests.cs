using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Security.Claims;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Tests.Running;
using DocFlow.Elsa.Api.Tests.Safety;
using DocFlow.Host.Accounts;
using DocFlow.Host.Studio;

namespace DocFlow.Elsa.Api.Tests.Live;

/// <summary>Live updates of an instance.</summary>
public sealed class HubTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly ClaimsPrincipal Administrator =
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, "sysadmin"), new Claim(Permissions.AdministratorClaim, Permissions.SystemAdministrator)], "test"));

    private IStudioTokens Tokens => host.Get<IStudioTokens>();

    [Fact]
    public async Task Negotiating_without_a_token_is_refused()
    {
        using var response = await host.Anyone().PostAsync($"{ElsaApi.Hub}/negotiate?negotiateVersion=1", null);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Negotiating_with_a_token_offers_what_the_real_server_offers()
    {
        using var response = await host.WithToken(Tokens.Issue(Administrator).AccessToken).PostAsync($"{ElsaApi.Hub}/negotiate?negotiateVersion=1", null);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(["WebSockets", "ServerSentEvents", "LongPolling"], answer["availableTransports"]!.AsArray().Select(transport => (string?)transport!["transport"]));
    }

    [Fact]
    public async Task A_socket_without_a_token_is_refused() =>
        await Assert.ThrowsAsync<WebSocketException>(() => HubSocket.OpenAsync(host.Address, ""));

    [Fact]
    public async Task A_token_in_the_address_counts_on_the_hub_only()
    {
        using var response = await host.Anyone().GetAsync($"{ElsaApi.Root}/workflow-definitions?access_token={Tokens.Issue(Administrator).AccessToken}");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_viewer_hears_of_its_own_instance_only()
    {
        var (mine, _) = await WaitingAsync();
        using var viewer = await HubSocket.OpenAsync(host.Address, Tokens.IssueForInstance(Administrator, mine).AccessToken);

        Assert.Null((await viewer.ObserveAsync(mine))["error"]);
        Assert.Contains("Access denied.", (string?)(await viewer.ObserveAsync("another"))["error"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public async Task An_instance_that_is_not_named_is_asked_for(string? instance)
    {
        var (mine, _) = await WaitingAsync();
        using var viewer = await HubSocket.OpenAsync(host.Address, Tokens.IssueForInstance(Administrator, mine).AccessToken);

        Assert.Contains("没有写明", (string?)(await viewer.ObserveAsync(instance))["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completing_a_task_tells_who_looks_on()
    {
        var (instance, task) = await WaitingAsync();
        using var viewer = await HubSocket.OpenAsync(host.Address, Tokens.IssueForInstance(Administrator, instance).AccessToken);
        await viewer.ObserveAsync(instance);

        using var completed = await host.WithKey().PostAsJsonAsync($"{ElsaApi.Root}/tasks/{task}/complete", new { result = "ok" });

        var stats = (await viewer.NextAsync("ActivityExecutionLogUpdatedAsync"))["arguments"]![0]!["stats"]!.AsArray();
        var told = stats.Single(item => (string?)item!["activityId"] == "task1")!;
        Assert.Equal((1, 1, false), ((int)told["startedCount"]!, (int)told["completedCount"]!, (bool)told["isBlocked"]!));
        Assert.Equal("{}", (await viewer.NextAsync("WorkflowExecutionLogUpdatedAsync"))["arguments"]![0]!.ToJsonString());
        Assert.Equal(instance, (string?)(await viewer.NextAsync("WorkflowInstanceUpdatedAsync"))["arguments"]![0]!["workflowInstanceId"]);
    }

    private async Task<(string Instance, string Task)> WaitingAsync()
    {
        var client = host.WithKey();
        var id = $"hub-{Guid.NewGuid():N}";
        using var saved = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions", new StringContent(Place.Definition(id)));
        using var started = await client.PostAsync($"{ElsaApi.Root}/workflow-definitions/{id}/execute", new StringContent("{}"));
        var state = JsonNode.Parse(await started.Content.ReadAsStringAsync())!["workflowState"]!;
        return ((string)state["id"]!, (string)state["bookmarks"]![0]!["payload"]!["taskId"]!);
    }
}
