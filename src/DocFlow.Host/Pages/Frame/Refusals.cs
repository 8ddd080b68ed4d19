using DocFlow.Office;

namespace DocFlow.Host.Pages.Frame;

/// <summary>The one place where pages take a refusal and keep what was typed.</summary>
internal static class Refusals
{
    /// <returns>Why the office refused, in Chinese; null when it was done.</returns>
    public static async Task<string?> OfAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RefusalException refusal)
        {
            return refusal.Message;
        }
    }
}
