namespace DocFlow.Elsa.Runtime.Management;

/// <summary>Elsa's comparisons of times.</summary>
public enum TimestampOperator
{
    Is,
    IsNot,
    GreaterThan,
    GreaterThanOrEqual,
    LessThan,
    LessThanOrEqual,
}
