using DocFlow.Activities.Choices;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Activities;

/// <summary>Registers what the activities need beyond the office itself.</summary>
public static class ActivityServices
{
    public static IServiceCollection AddDocFlowActivities(this IServiceCollection services) => services.AddScoped<IOfficeChoices, OfficeChoices>();
}
