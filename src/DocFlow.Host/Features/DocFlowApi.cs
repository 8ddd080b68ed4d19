using DocFlow.Host.Accounts;
using DocFlow.Host.Composition;
using DocFlow.Host.Features.Analytics;
using DocFlow.Host.Features.Assessment;
using DocFlow.Host.Features.Checking;
using DocFlow.Host.Features.Circulation;
using DocFlow.Host.Features.Clock;
using DocFlow.Host.Features.Documents;
using DocFlow.Host.Features.Following;
using DocFlow.Host.Features.Handovers;
using DocFlow.Host.Features.Notices;
using DocFlow.Host.Features.Procedures;
using DocFlow.Host.Features.Registers;
using DocFlow.Host.Features.Repairs;
using DocFlow.Host.Features.Requests;
using DocFlow.Host.Features.Returns;
using DocFlow.Host.Features.Schedules;
using DocFlow.Host.Features.Seals;
using DocFlow.Host.Features.Session;
using DocFlow.Host.Features.Signatures;
using DocFlow.Host.Features.Administration;
using DocFlow.Host.Features.Work;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace DocFlow.Host.Features;

/// <summary>The REST API; each route names its permission beside it.</summary>
internal static class DocFlowApi
{
    public static void MapDocFlowApi(this WebApplication app)
    {
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => !check.Tags.Contains(HealthDetail.Tag) }).AllowAnonymous();
        app.MapHealthChecks("/health/detail", new HealthCheckOptions { ResponseWriter = HealthDetail.WriteAsync }).RequireAuthorization(Permissions.Administer);
        app.MapOpenApi().AllowAnonymous();
        app.MapSession();
        app.MapDocuments();
        app.MapRestricted();
        app.MapDraftPages();
        app.MapFileChecks();
        app.MapFileSignatures();
        app.MapSeals();
        app.MapWork();
        app.MapCirculation();
        app.MapNotices();
        app.MapFollowing();
        app.MapHandovers();
        app.MapSchedule();
        app.MapRepairs();
        app.MapRegisters();
        app.MapReturns();
        app.MapSignatures();
        app.MapProcedures();
        app.MapLists();
        app.MapRequests();
        app.MapAssessment();
        app.MapAnalysis();
        app.MapSystem();
        app.MapCalendar();
        app.MapRules();
        app.MapClock();
    }
}
