namespace DocFlow.Office.Desks;

/// <summary>Whom 转办 and 加签 may mean without a name: by their part in the document, by section or by post, as the office is at this moment.</summary>
public interface ISeatChoices
{
    /// <summary>Each with the person that it means now; what means nobody is left out.</summary>
    /// <exception cref="RefusalException">The document isn't the actor's to read.</exception>
    Task<IReadOnlyList<SeatChoice>> ReadAsync(string actorId, string documentId, CancellationToken cancellationToken = default);
}

/// <summary>One way to say whom.</summary>
/// <param name="Group">按职责, 按科室 or 按岗位.</param>
/// <param name="Words">分管领导, 秘书二科（负责人）, 秘书二科副科长.</param>
/// <param name="Name">Who that is now.</param>
public sealed record SeatChoice(string Group, string Words, string PersonId, string Name);
