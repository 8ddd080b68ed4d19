using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Host.Accounts;
using DocFlow.Host.Workflows;
using DocFlow.Office.DemoOffice;
using DocFlow.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Host.Composition;

/// <summary>Before anything is served: database, demo office, procedures, fonts.</summary>
internal sealed partial class StartUp(
    IServiceScopeFactory scopes, IHostEnvironment environment, WorkflowFolderImport workflows, FontLibrary fonts, ILogger<StartUp> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DocFlowDbContext>().Database.MigrateAsync(cancellationToken);
        if (environment.IsDevelopment() && await scope.ServiceProvider.GetRequiredService<DemoOfficeSeed>().SeedAsync(cancellationToken))
            await scope.ServiceProvider.GetRequiredService<DemoAccounts>().CreateAsync(cancellationToken);
        await workflows.ImportAllAsync(cancellationToken);
        if (!fonts.CanDraw)
            LogFontsMissing();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "缺少绘制页面的字体，请先运行 fetch 命令下载。")]
    private partial void LogFontsMissing();
}
