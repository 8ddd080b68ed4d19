using Elsa.Workflows.Models;

namespace Elsa.Workflows;

/// <summary>Has an output named Result.</summary>
internal interface IActivityWithResult
{
    Output? Result { get; }
}
