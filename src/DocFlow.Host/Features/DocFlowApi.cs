using DocFlow.Host.Features.Circulation;
using DocFlow.Host.Features.Clock;
using DocFlow.Host.Features.Documents;
using DocFlow.Host.Features.Following;
using DocFlow.Host.Features.Notices;
using DocFlow.Host.Features.Procedures;
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
        app.MapCirculation();
        app.MapNotices();
        app.MapFollowing();
        app.MapRegisters();
        app.MapProcedures();
        app.MapSystem();
        app.MapCalendar();
        app.MapClock();
    }
}
