using DocFlow.Office;

namespace DocFlow.Host.Pages.Frame;

/// <summary>
/// One call to the office, in a scope of its own: a page lives for hours, and neither two parts of it nor two calls may share a
/// database context.
/// </summary>
internal sealed class OfficeCalls(IServiceScopeFactory scopes)
{
    /// <exception cref="RefusalException">The office refuses; the message is for the reader.</exception>
    public async Task<TAnswer> AskAsync<TService, TAnswer>(Func<TService, Task<TAnswer>> question)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <exception cref="RefusalException">The office refuses; the message is for the reader.</exception>
    public async Task TellAsync<TService>(Func<TService, Task> act)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
