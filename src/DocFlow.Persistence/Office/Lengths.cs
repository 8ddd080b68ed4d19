namespace DocFlow.Persistence.Office;

/// <summary>The lengths of columns, in characters.</summary>
internal static class Lengths
{
    public const int Id = DocFlow.Office.OfficeId.Length;
    public const int Hash = 64;
    public const int Name = 100;
    public const int Key = 200;
    public const int Title = 400;
    public const int Text = 2000;
}
