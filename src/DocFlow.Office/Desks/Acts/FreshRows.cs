using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Desks.Acts;

/// <summary>Acts that may meet another one on the same rows.</summary>
internal sealed class FreshRows(IOfficeData data)
{
    private const int MostTries = 50;

    /// <summary>Does an act that reads, changes and saves; when somebody else was faster, once more on what they left, so that it succeeds or says why not.</summary>
    public async Task<T> ActAsync<T>(Func<Task<T>> act)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await act();
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                data.Forget();
            }
        }
    }

    public Task ActAsync(Func<Task> act) => ActAsync(async () =>
    {
        await act();
        return true;
    });
}
