using DocFlow.Host.Studio;
using Microsoft.AspNetCore.Components;

namespace DocFlow.Host.Pages.Workflows;

/// <summary>A page that the designer fills; its address follows where the designer goes.</summary>
public abstract class StudioPage : ComponentBase
{
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <summary>The definition or instance that is open; null for the list.</summary>
    [Parameter] public string? Id { get; set; }

    /// <summary>definitions or instances.</summary>
    protected abstract string Kind { get; }

    protected string Place => StudioPlace.Of(Kind, Id);

    protected void Go(string place)
    {
        if (place != Place)
            Navigation.NavigateTo($"workflows/{place}");
    }
}
