using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Schedules;

/// <summary>People and a place taken for some time (日程): what a matter, or a row of its table, says of it.</summary>
public sealed class Engagement
{
    public const int MostTitle = 400;

    public required string Id { get; init; }

    public required string DocumentId { get; init; }

    /// <summary>The row of the table, from 1; 0 for the matter itself.</summary>
    public required int Row { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>A room of the office's list; null for elsewhere.</summary>
    public string? Room { get; init; }

    /// <summary>In words, where it isn't a room.</summary>
    public string? Place { get; init; }

    public List<EngagementParty> Parties { get; } = [];

    public Document? Document { get; init; }

    /// <summary>Where, as shown.</summary>
    public string Where => Room is null || Place is null ? Room ?? Place ?? "" : $"{Room}（{Place}）";
}

/// <summary>A person or unit that an engagement concerns.</summary>
public sealed class EngagementParty
{
    public required string EngagementId { get; init; }

    /// <summary>The place among all of the engagement, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>A person, who can't be elsewhere then; otherwise a unit.</summary>
    public required bool IsPerson { get; init; }

    /// <summary>The person's or unit's id.</summary>
    public required string PartyId { get; init; }

    /// <summary>As what, in the words of the form: 参加领导、牵头单位.</summary>
    public required string Role { get; init; }
}

/// <summary>A day on which engagements were changed: whoever changes one changes this, so that two at once can't both believe that the place is free.</summary>
public sealed class ScheduleDay : IVersioned
{
    /// <summary>yyyy-MM-dd</summary>
    public required string Day { get; init; }

    public int Changes { get; set; }

    public int Version { get; set; }
}
