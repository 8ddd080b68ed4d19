using System.Text.Encodings.Web;
using System.Text.Unicode;
using DocFlow.Activities.Steps;
using DocFlow.Documents;
using DocFlow.Documents.Preview;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Host.Accounts;
using DocFlow.Host.Drafting;
using DocFlow.Host.Features;
using DocFlow.Host.Pages;
using DocFlow.Host.Rendering;
using DocFlow.Host.Workflows;
using DocFlow.Office;
using DocFlow.Office.Outbox;
using DocFlow.Office.Steps;
using DocFlow.Persistence;
using DocFlow.Persistence.Engine;
using Microsoft.AspNetCore.DataProtection;

namespace DocFlow.Host.Composition;

/// <summary>Puts the system together.</summary>
internal static class DocFlowHost
{
    public static WebApplication Build(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        builder.Configuration.AddEnvironmentVariables();
        // Printing each statement takes longer than running it.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Warning);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls("http://127.0.0.1:5080");
        var settings = HostSettings.From(builder.Configuration);
        Directory.CreateDirectory(settings.DataFolder);
        AddServices(builder, settings);
        var app = builder.Build();
        app.UseStatusCodePages();
        app.MapStaticAssets().AllowAnonymous();
        app.UseExceptionHandler();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapOpenApi();
        app.MapDocFlowApi();
        app.MapRazorComponents<App>();
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, HostSettings settings)
    {
        var services = builder.Services;
        var clock = builder.Environment.IsDevelopment() && DateTimeOffset.TryParse(builder.Configuration["DOCFLOW_CLOCK"], out var start) ? start : (DateTimeOffset?)null;
        services.AddSingleton(settings);
        services.AddDocFlowPersistence(builder.Configuration, settings.DataFolder);
        services.AddDocFlowOffice(settings.FilesFolder, clock);
        services.AddDocFlowAccounts(builder.Environment.IsDevelopment());
        services.AddDataProtection().PersistKeysToFileSystem(Directory.CreateDirectory(settings.KeysFolder)).SetApplicationName("DocFlow");

        services.AddSingleton(_ => FontLibrary.Load(FontSettings.FromEnvironment()));
        services.AddSingleton(provider => new DocumentPress(provider.GetRequiredService<FontLibrary>()));
        services.AddSingleton<PagePainter>();
        services.AddSingleton<DraftTemplates>();
        services.AddSingleton<IDocumentRenderer, OfficeDocumentRenderer>();

        services.AddSingleton(_ => new ActivityRegistry().AddFrom(typeof(HumanStep).Assembly));
        services.AddSingleton<DefinitionCache>().AddScoped<DefinitionCatalog>();
        services.AddSingleton(provider => new WorkflowRunner(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new WorkItemBookmark(
            workItemId => BookmarkHash.Of(WorkItemStimulus.BookmarkName, new WorkItemStimulus(workItemId)), WorkItemStimulus.OutcomeInput));
        services.AddScoped<IWorkflowGateway, WorkflowGateway>();

        services.AddHostedService<StartUp>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());
        services.AddHostedService<WorkflowFolderWatcher>();
        services.AddSingleton<WorkflowFolderImport>();

        services.AddOpenApi();
        services.AddProblemDetails();
        services.AddExceptionHandler<RefusalHandler>();
        services.AddHealthChecks();
        services.AddRazorComponents();
        services.AddAntiforgery();
        services.AddCascadingAuthenticationState();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter()));
    }
}
