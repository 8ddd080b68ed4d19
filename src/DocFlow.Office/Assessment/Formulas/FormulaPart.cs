namespace DocFlow.Office.Assessment.Formulas;

/// <summary>A part of a read formula.</summary>
internal abstract record FormulaPart
{
    /// <summary>The names that it needs, each once or more.</summary>
    public abstract IEnumerable<string> Names { get; }

    /// <summary>A number as written.</summary>
    public sealed record Figure(decimal Value) : FormulaPart
    {
        public override IEnumerable<string> Names => [];
    }

    /// <summary>A measure, or another line.</summary>
    public sealed record Named(string Name) : FormulaPart
    {
        public override IEnumerable<string> Names => [Name];
    }

    /// <summary>+ − × ÷</summary>
    public sealed record Reckoned(char Sign, FormulaPart Left, FormulaPart Right) : FormulaPart
    {
        public override IEnumerable<string> Names => [.. Left.Names, .. Right.Names];
    }

    /// <summary>max, min, round</summary>
    public sealed record Called(string Function, IReadOnlyList<FormulaPart> Of) : FormulaPart
    {
        public override IEnumerable<string> Names => Of.SelectMany(part => part.Names);
    }
}
