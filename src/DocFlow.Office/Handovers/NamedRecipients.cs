namespace DocFlow.Office.Handovers;

/// <summary>Persons who are named among those to be told (person:login): one login may begin like another.</summary>
internal static class NamedRecipients
{
    private static readonly char[] Separators = ['，', ',', '；', ';'];

    public static bool Has(string recipients, string login) => Parts(recipients).Contains(Of(login));

    public static string Replace(string recipients, string login, string other) =>
        string.Join('，', Parts(recipients).Select(part => part == Of(login) ? Of(other) : part).Distinct());

    public static string Of(string login) => $"person:{login}";

    private static string[] Parts(string recipients) => recipients.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
