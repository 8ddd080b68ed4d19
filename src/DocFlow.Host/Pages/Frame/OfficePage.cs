using DocFlow.Host.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace DocFlow.Host.Pages.Frame;

/// <summary>A page that asks the office for the person who is signed in. A refusal is shown, and what was typed stays.</summary>
public abstract class OfficePage : ComponentBase
{
    [Inject] private protected OfficeCalls Office { get; set; } = null!;

    [Inject] private protected NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = null!;

    /// <summary>The signed-in person's id.</summary>
    protected string Actor { get; private set; } = "";

    /// <summary>Why the office refused last, in Chinese; null when it didn't.</summary>
    protected string? Refusal { get; set; }

    protected sealed override async Task OnInitializedAsync()
    {
        Actor = (await Authentication).User.PersonId();
        await OpenAsync();
    }

    /// <summary>What the page does first.</summary>
    protected virtual Task OpenAsync() => Task.CompletedTask;

    /// <returns>Whether it was done.</returns>
    protected async Task<bool> TryAsync(Func<Task> act)
    {
        Refusal = null;
        Refusal = await Refusals.OfAsync(act);
        return Refusal is null;
    }
}
