using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office;

/// <summary>Acts that may meet another one on the same rows: looked at again then, so that a double press finds itself done.</summary>
internal static class FreshRows
{
    private const int MostTries = 20;

    public static async Task<T> OnFreshRowsAsync<T>(this IOfficeData data, Func<Task<T>> act)
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
}
