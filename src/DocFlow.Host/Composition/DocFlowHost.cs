using System.Text.Encodings.Web;
using System.Text.Unicode;
using DocFlow.Activities;
using DocFlow.Documents.Source;
using DocFlow.Host.Accounts;
using DocFlow.Host.Drafting;
using DocFlow.Host.Engines;
using DocFlow.Host.Features;
using DocFlow.Host.Pages;
using DocFlow.Host.Pages.Frame;
using DocFlow.Host.Parts;
using DocFlow.Host.Rendering;
using DocFlow.Host.Safety;
using DocFlow.Host.Sending;
using DocFlow.Host.Signing;
using DocFlow.Host.Studio;
using DocFlow.Host.Workflows;
using DocFlow.Office;
using DocFlow.Office.Deadlines;
using DocFlow.Office.Outbox;
using DocFlow.Office.Repairs;
using DocFlow.Office.Steps;
using DocFlow.Persistence;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using MudBlazor.Services;

namespace DocFlow.Host.Composition;

/// <summary>Puts the system together.</summary>
internal static class DocFlowHost
{
    /// <param name="replace">Puts other services in place before ours are added; for tests.</param>
    public static WebApplication Build(string[] arguments, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        // Printing each statement takes longer than running it.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Warning);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls("http://127.0.0.1:5080");
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        // Our own lines are to be seen; a setting under Logging:LogLevel says otherwise where more is wanted.
        builder.Logging.AddFilter("Microsoft", level => level >= LogLevel.Warning);
        var hasStarted = false;
        // What keeps the host from starting is told by HostRun in one line; later faults of background work are logged.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => hasStarted && level >= LogLevel.Warning);
        var settings = HostSettings.From(builder.Configuration);
        // Refused here rather than at the first request.
        if (ClassifiedSetting.Problem(Environment.GetEnvironmentVariable(ClassifiedSetting.Variable)) is { } problem)
            throw new StartRefusedException(problem);
        _ = (ProxyDoor.Prefix(builder.Configuration), ProxyDoor.Proxies(builder.Configuration));
        Directory.CreateDirectory(settings.DataFolder);
        replace?.Invoke(builder.Services);
        AddServices(builder, settings);
        var app = builder.Build();
        // A key that can't be used keeps the host from starting, rather than a document from going out.
        app.Services.GetRequiredService<OfficeSigner>();
        app.Lifetime.ApplicationStarted.Register(() => hasStarted = true);
        app.UseProxyDoor();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        // Elsa's clients expect refusals without words that aren't in Elsa's shape.
        app.UseWhen(context => !context.Request.Path.StartsWithSegments(WorkflowApi.Prefix, StringComparison.Ordinal), pages => pages.UseStatusCodePages());
        app.UseCrossSiteGuard();
        app.MapStaticAssets().AllowAnonymous();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapDocFlowApi();
        app.MapStudio();
        app.MapWorkflowEngine();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode().WithPagePermissions();
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, HostSettings settings)
    {
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddProxyDoor(builder.Configuration);
        services.AddDocFlowPersistence(builder.Configuration, settings.DataFolder);
        services.AddDocFlowOffice(settings.FilesFolder, HostSettings.ClockStart(builder.Configuration, builder.Environment));
        services.AddDocFlowAccounts(builder.Configuration, builder.Environment.IsDevelopment());
        services.AddDataProtection().PersistKeysToFileSystem(Directory.CreateDirectory(settings.KeysFolder)).SetApplicationName("DocFlow");

        services.AddSingleton<DocFlow.Office.Restricted.ITextSeal, DocFlow.Host.Safety.ProtectedTextSeal>();
        services.AddSingleton<DraftTemplates>();
        services.AddSingleton<DraftLooks>();
        services.AddSingleton<IDocumentRenderer, OfficeDocumentRenderer>().AddSingleton<ITemplateShelf, TemplateShelf>();
        services.AddSingleton<DraftSetter>().AddSingleton<FilePages>().AddSingleton<PreviewGate>().AddScoped<DraftPreview>().AddSingleton<PaperPrinter>().AddSingleton<DocFlow.Office.Papers.IPaperPress>(provider => provider.GetRequiredService<PaperPrinter>());
        services.AddSingleton<DocFlow.Host.Checking.FileCheckDesk>().AddSingleton<OfficeSigner>().AddSingleton<TrustShelf>();

        services.AddDocFlowActivities();
        services.AddWorkflowEngine(builder.Configuration, settings);

        services.AddHostedService<StartUp>();
        services.AddSingleton<WorkflowFolderImport>().AddHostedService<WorkflowFolderWatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());
        services.AddWorkflowTimers();
        services.AddHostedService(provider => provider.GetRequiredService<DeadlineSweeper>());
        services.AddHostedService(provider => provider.GetRequiredService<OfficeRounds>());
        services.AddNoticeSending(builder.Configuration);
        services.AddDocFlowParts();
        services.AddSingleton<StudioFiles>();

        services.AddOpenApi();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemTitles.Translate);
        services.AddExceptionHandler<RefusalHandler>();
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database").AddCheck<EngineCheck>("engine").AddCheck<ReconciliationCheck>("reconciliation", tags: [HealthDetail.Tag]).AddCheck<SigningCheck>("signing", tags: [HealthDetail.Tag]);
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(options =>
        {
            // A pasted text of some hundred thousand characters comes in one message.
            options.MaximumReceiveMessageSize = 2 * 1024 * 1024;
            // A slow computer that opens the designer says nothing for a while: its page must not be given up, for presses are lost with it.
            options.ClientTimeoutInterval = TimeSpan.FromMinutes(2);
        });
        services.AddMudServices();
        services.AddSingleton<OfficeCalls>();
        services.AddAntiforgery();
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitAccounts>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
    }
}
