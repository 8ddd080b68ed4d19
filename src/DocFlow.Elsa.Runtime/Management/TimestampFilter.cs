namespace DocFlow.Elsa.Runtime.Management;

/// <summary>A bound on one of an instance's times.</summary>
/// <param name="Column">CreatedAt, UpdatedAt or FinishedAt.</param>
public sealed record TimestampFilter(string Column, TimestampOperator Operator, DateTimeOffset Timestamp);
