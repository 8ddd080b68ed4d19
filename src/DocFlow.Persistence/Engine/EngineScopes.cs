using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Persistence.Engine;

/// <summary>Does each act in a scope of its own, and again on fresh rows when another transaction was faster.</summary>
internal sealed class EngineScopes(IServiceScopeFactory scopes)
{
    private const int MostConflicts = 100;

    public async Task<T> RunAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        for (var conflicts = 0; ; conflicts++)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await using var held = await scope.ServiceProvider.GetRequiredService<DocFlowDbContext>().HoldConnectionAsync();
                return await act(scope.ServiceProvider.GetRequiredService<TService>());
            }
            catch (DbUpdateException) when (conflicts < MostConflicts)
            {
                // On fresh rows there may be nothing left to do.
            }
        }
    }
}
