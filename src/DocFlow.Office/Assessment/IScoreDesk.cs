using DocFlow.Documents.Papers;

namespace DocFlow.Office.Assessment;

/// <summary>目标管理考核: formulas, scores, the events behind them, corrections.</summary>
public interface IScoreDesk
{
    Task<IReadOnlyList<ScoreMeasure>> MeasuresAsync(CancellationToken cancellationToken = default);

    /// <summary>All versions of the formula, oldest first.</summary>
    Task<IReadOnlyList<FormulaVersion>> FormulasAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds a version that counts from a month on.</summary>
    /// <param name="tryOnly">Only says whether it could be added.</param>
    /// <exception cref="RefusalException">The person may not, the lines can't be computed, or the month is taken.</exception>
    Task<FormulaVersion> AddFormulaAsync(string actorId, string from, IReadOnlyList<ScoreLine> lines, string? note, bool tryOnly, CancellationToken cancellationToken = default);

    /// <summary>Takes back the newest version while nothing was computed with it.</summary>
    Task WithdrawFormulaAsync(string actorId, int number, CancellationToken cancellationToken = default);

    Task<bool> IsAssessorAsync(string personId, CancellationToken cancellationToken = default);

    /// <summary>The months that have scores which the person may see, newest first.</summary>
    Task<IReadOnlyList<string>> PeriodsAsync(string personId, CancellationToken cancellationToken = default);

    Task<ScoreTable> ReadTableAsync(string personId, string period, CancellationToken cancellationToken = default);

    /// <summary>考核得分表, for printing.</summary>
    Task<Paper> PrintTableAsync(string personId, string period, CancellationToken cancellationToken = default);

    /// <summary>Computes a finished month.</summary>
    Task<ScoreTable> ComputeAsync(string actorId, string period, IReadOnlyList<string> people, CancellationToken cancellationToken = default);

    /// <summary>One person's score with its events; the reading itself is logged, and so is a refusal.</summary>
    Task<ScoreReading> ReadAsync(string personId, string period, string ofPersonId, CancellationToken cancellationToken = default);

    /// <summary>Takes an event out of a score and computes that score again, of that person and month only, with the formula that counts for the month.</summary>
    Task<ScoreChange> CorrectAsync(string actorId, string period, string ofPersonId, string eventId, string measure, string reason, CancellationToken cancellationToken = default);

    /// <summary>What documents did to scores that the person may see.</summary>
    Task<ILookup<string, DocumentScore>> OfDocumentsAsync(string personId, IReadOnlyCollection<string> documentIds, CancellationToken cancellationToken = default);
}
