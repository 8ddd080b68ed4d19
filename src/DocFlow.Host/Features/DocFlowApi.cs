using DocFlow.Host.Features.Documents;
using DocFlow.Host.Features.Registers;
using DocFlow.Host.Features.Session;
using DocFlow.Host.Features.Work;

namespace DocFlow.Host.Features;

/// <summary>The REST API; each group names its permission beside its routes.</summary>
internal static class DocFlowApi
{
    public static void MapDocFlowApi(this WebApplication app)
    {
        app.MapHealthChecks("/health/ready");
        app.MapSession();
        app.MapDocuments();
        app.MapDraftPages();
        app.MapWork();
        app.MapRegisters();
    }
}
