using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Tests.Model;

/// <summary>The model: what the office took, and nothing of how it keeps it.</summary>
internal sealed class ActMemory
{
    /// <summary>Decisions by seat, as they were pressed.</summary>
    public Dictionary<string, (string Outcome, string Opinion)> Decided { get; } = [];

    /// <summary>How often each act was taken.</summary>
    public Dictionary<string, int> Taken { get; } = [];

    /// <summary>Who was passed the document and hasn't read it, by sheet.</summary>
    public Dictionary<string, HashSet<string>> Unread { get; } = [];

    public HashSet<string> EndedSheets { get; } = [];

    /// <summary>Seats that were added: the same press again is answered with the same seat.</summary>
    public HashSet<string> Added { get; } = [];

    public bool IsPaused { get; set; }

    /// <summary>As it was seen last.</summary>
    public DocumentState State { get; set; } = DocumentState.Running;

    public bool IsSigned { get; set; }

    public string? Number { get; set; }

    public int Tries { get; set; }

    /// <summary>What the procedure passed round by itself is known from now on like what people passed.</summary>
    public void Learn(DocumentRecord record)
    {
        foreach (var sheet in record.Passed)
        {
            if (Unread.TryAdd(sheet.Key, [.. sheet]))
                Count("传阅");
        }
    }

    public void Count(string act) => Taken[act] = Taken.GetValueOrDefault(act) + 1;
}
