using DocFlow.Host.Features.Clock;
using DocFlow.Host.Features.Documents;
using DocFlow.Host.Features.Registers;
using DocFlow.Host.Features.Session;
using DocFlow.Host.Features.Administration;
using DocFlow.Host.Features.Work;

namespace DocFlow.Host.Features;

/// <summary>The REST API; each route names its permission beside it.</summary>
internal static class DocFlowApi
{
    public static void MapDocFlowApi(this WebApplication app)
    {
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapOpenApi().AllowAnonymous();
        app.MapSession();
        app.MapDocuments();
        app.MapDraftPages();
        app.MapWork();
        app.MapRegisters();
        app.MapSystem();
        app.MapCalendar();
        app.MapClock();
    }
}
