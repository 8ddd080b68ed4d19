namespace DocFlow.Office.Restricted;

/// <summary>What the sealed text of a restricted file field says: the file's name, and where its sealed content lies.</summary>
internal sealed record RestrictedFile(string Name, string SealedHash)
{
    private const char End = '\n';

    public override string ToString() => $"{Name}{End}{SealedHash}";

    public static RestrictedFile? Read(string text) => text.Split(End) is [var name, var hash] ? new RestrictedFile(name, hash) : null;
}
