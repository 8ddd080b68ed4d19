namespace DocFlow.Elsa.Runtime.Http;

/// <summary>Where the endpoints of workflows are reached; a service of the host.</summary>
/// <param name="Base">With a slash at the end, such as http://oa.example.cn/workflows/.</param>
public sealed record HttpEndpointAddress(string Base)
{
    public static HttpEndpointAddress Relative { get; } = new("/workflows/");
}
