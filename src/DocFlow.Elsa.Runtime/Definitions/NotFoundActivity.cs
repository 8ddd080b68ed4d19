using System.ComponentModel;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>Stands where a definition names an unknown type: reading goes on, running it faults.</summary>
[Activity("Elsa", Category = "System")]
[Browsable(false)]
internal sealed class NotFoundActivity : Activity
{
    public const string TypeName = "Elsa.NotFoundActivity";

    public string MissingTypeName { get; set; } = "";

    public int MissingTypeVersion { get; set; }

    /// <summary>The JSON as it was read: it comes back when the type is known again.</summary>
    public string OriginalActivityJson { get; set; } = "";

    protected override void Execute(ActivityExecutionContext context) =>
        throw new InvalidOperationException($"Activity type '{MissingTypeName}' version '{MissingTypeVersion}' could not be found（没有活动类型“{MissingTypeName}”）。");
}
