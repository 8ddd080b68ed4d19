namespace Elsa.Workflows.Models;

/// <summary>What an activity asks for when it wants to be resumed later.</summary>
public sealed class CreateBookmarkArgs
{
    /// <summary>What the resumer will name; part of the bookmark's hash.</summary>
    public object? Stimulus { get; set; }

    /// <summary>A named method of the activity: it is stored by name. None completes the activity.</summary>
    public ExecuteActivityDelegate? Callback { get; set; }

    /// <summary>The activity's type when null.</summary>
    public string? BookmarkName { get; set; }

    /// <summary>Whether only this very execution matches: a stimulus from outside must leave it out.</summary>
    public bool IncludeActivityInstanceId { get; set; }

    /// <summary>Whether the bookmark is gone once resumed.</summary>
    public bool AutoBurn { get; set; } = true;

    /// <summary>Whether a bookmark without callback completes the activity.</summary>
    public bool AutoComplete { get; set; } = true;

    public IDictionary<string, string>? Metadata { get; set; }

    /// <summary>When time itself resumes it.</summary>
    internal DateTimeOffset? DueAt { get; set; }
}
