using DocFlow.Host.Accounts;
using DocFlow.Host.Engines;
using DocFlow.Office.DemoOffice;
using DocFlow.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Host.Composition;

/// <summary>Before anything is served: database and demo office. Afterwards it says where the system is.</summary>
internal sealed partial class StartUp(
    IServiceScopeFactory scopes, IHostEnvironment environment, HostSettings settings,
    Microsoft.AspNetCore.Hosting.Server.IServer server, ILogger<StartUp> logger) : IHostedLifecycleService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<DocFlowDbContext>();
        await database.Database.MigrateAsync(cancellationToken);
        await ReleaseLeasesAsync(database, cancellationToken);
        if (environment.IsDevelopment())
        {
            await scope.ServiceProvider.GetRequiredService<DemoOfficeSeed>().SeedAsync(cancellationToken);
            await scope.ServiceProvider.GetRequiredService<DemoAccounts>().CreateAsync(cancellationToken);
        }
    }

    // A SQLite file has one host: what is still claimed was claimed by one that died, and need not wait until its lease ends.
    private static async Task ReleaseLeasesAsync(DocFlowDbContext database, CancellationToken cancellationToken)
    {
        if (database.Database.IsSqlite())
        {
            await database.OutboxMessages.Where(message => message.LeaseUntil != null)
                .ExecuteUpdateAsync(set => set.SetProperty(message => message.LeaseUntil, (DateTimeOffset?)null), cancellationToken);
            await WorkflowEngine.ReleaseLeasesAsync(database, cancellationToken);
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = server.Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()?.Addresses ?? [];
        LogReady(string.Join('、', addresses), settings.DataFolder, environment.EnvironmentName);
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "DocFlow 已就绪：{Addresses}，数据文件夹 {DataFolder}，环境 {Environment}")]
    private partial void LogReady(string addresses, string dataFolder, string environment);
}
