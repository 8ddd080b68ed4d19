namespace DocFlow.Host.Endpoints;

/// <summary>Marks routes whose answers somebody else wrote: a browser gives them no origin, no scripts and no frames.</summary>
internal sealed class SandboxedAnswer
{
    public const string Policy = "sandbox; default-src 'none'; frame-ancestors 'none'";
}
