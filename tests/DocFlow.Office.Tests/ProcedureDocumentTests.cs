using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests;

/// <summary>A workflow works on the document that it was started for, and on no other that it may name.</summary>
public sealed class ProcedureDocumentTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() =>
        _office = await OfficeHost.StartAsync(new SqliteDatabase(), services => services.AddScoped<IInstanceFamily, OneFamily>());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task The_procedure_of_a_document_has_it_and_so_have_the_workflows_that_it_starts()
    {
        var id = await _office.DraftAsync();
        OneFamily.Parent = await _office.StartAsync(id);

        Assert.Equal(id, await OfAsync(OneFamily.Parent, id));
        Assert.Equal(id, await OfAsync(OneFamily.Child, id));
    }

    [Fact]
    public async Task Another_workflow_that_names_the_document_is_refused()
    {
        var id = await _office.DraftAsync();
        Assert.Equal(Refusal.Forbidden, await RefusedAsync("run-by-a-designer", id));
        OneFamily.Parent = await _office.StartAsync(id);

        Assert.Equal(Refusal.Forbidden, await RefusedAsync("run-by-a-designer", id));
        Assert.Equal(Refusal.NotFound, await RefusedAsync(OneFamily.Parent, "none"));
        Assert.Equal(Refusal.NotFound, await RefusedAsync(OneFamily.Parent, null));
    }

    private Task<string> OfAsync(string instance, string? document) => _office.ActAsync<IProcedureDocuments, string>(documents => documents.OfAsync(instance, document));

    private async Task<Refusal> RefusedAsync(string instance, string? document) => (await Assert.ThrowsAsync<RefusalException>(() => OfAsync(instance, document))).Refusal;

    private sealed class OneFamily : IInstanceFamily
    {
        public const string Child = "child";

        public static string? Parent { get; set; }

        public Task<string?> ParentOfAsync(string instanceId, CancellationToken cancellationToken) => Task.FromResult(instanceId == Child ? Parent : null);
    }
}
