using DocFlow.Office.DemoOffice;
using DocFlow.Office.Outbox;
using DocFlow.Office.Outlooks;
using DocFlow.Office.Sending;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

[assembly: AssemblyFixture(typeof(DocFlow.Office.Tests.Running.PostgreSqlServer))]

namespace DocFlow.Office.Tests.Running;

/// <summary>The office on a database of its own, with the demo people, a clock that stands still and a short procedure in place of the engine.</summary>
internal sealed class OfficeHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _folder;

    private OfficeHost(ServiceProvider services, FakeTimeProvider time, string folder)
    {
        _services = services;
        _folder = folder;
        Time = time;
    }

    /// <summary>Thursday 2026-11-26 10:00 in the office's zone.</summary>
    public static DateTimeOffset Thursday { get; } = new(2026, 11, 26, 10, 0, 0, TimeSpan.FromHours(8));

    public FakeTimeProvider Time { get; }

    public ShortProcedure Procedure => _services.GetRequiredService<ShortProcedure>();

    public OutboxDispatcher Dispatcher => _services.GetRequiredService<OutboxDispatcher>();

    /// <summary>Orders digests that are due, and sends what is to be sent.</summary>
    public Task<int> SendAsync() => _services.GetRequiredService<NoticeSender>().SendAsync();

    public static async Task<OfficeHost> StartAsync(ITestDatabase database, Action<IServiceCollection>? configure = null)
    {
        var folder = Directory.CreateTempSubdirectory("docflow-office-").FullName;
        // Creating the tables and the demo office takes longer than most tests.
        var settings = await database.CreateFilledAsync(folder, async empty =>
        {
            var first = Build(empty, folder, null);
            await first.ActAsync<DocFlowDbContext, bool>(context => context.Database.EnsureCreatedAsync());
            await first.ActAsync<DemoOfficeSeed, bool>(seed => seed.SeedAsync());
            await first._services.DisposeAsync();
        });
        return Build(settings, folder, configure);
    }

    private static OfficeHost Build(Dictionary<string, string?> settings, string folder, Action<IServiceCollection>? configure)
    {
        var time = new FakeTimeProvider(Thursday);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<ShortProcedure>();
        services.AddScoped<IWorkflowGateway, ShortProcedureGateway>();
        services.AddScoped<IProcedureRehearsal, ShortProcedureRehearsal>();
        services.AddScoped<IDocumentRenderer, PlainRenderer>().AddSingleton<ITemplateShelf, NoTemplates>();
        services.AddSingleton<IProcedures, OneProcedure>();
        services.AddSingleton<DocFlow.Office.Restricted.ITextSeal, OpenSeal>();
        services.AddDocFlowOffice(Path.Combine(folder, "files"));
        services.AddSingleton<IProcedureSteps, ShortProcedureSteps>();
        services.AddDocFlowPersistence(configuration, folder);
        configure?.Invoke(services);
        return new OfficeHost(services.BuildServiceProvider(validateScopes: true), time, folder);
    }

    /// <summary>Does something with a service in a scope of its own, as one request does.</summary>
    public async Task<TResult> ActAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task ActAsync<TService>(Func<TService, Task> act)
        where TService : notnull => ActAsync<TService, bool>(async service =>
    {
        await act(service);
        return true;
    });

    /// <summary>A step's act and the save of the burst that it is part of, repeated on fresh rows like the dispatcher does.</summary>
    public async Task<TResult> BurstAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        while (true)
        {
            await using var scope = _services.CreateAsyncScope();
            try
            {
                var result = await act(scope.ServiceProvider.GetRequiredService<TService>());
                await scope.ServiceProvider.GetRequiredService<IOfficeData>().SaveChangesAsync();
                return result;
            }
            catch (DbUpdateException)
            {
                // Another burst was faster.
            }
        }
    }

    public Task<string> PersonIdAsync(string login) =>
        ActAsync<IOfficeData, string>(data => data.People.Where(person => person.Login == login).Select(person => person.Id).SingleAsync());

    public OfficeClock Clock => _services.GetRequiredService<OfficeClock>();

    public async ValueTask DisposeAsync()
    {
        await ActAsync<DocFlowDbContext, bool>(context => context.Database.EnsureDeletedAsync());
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
