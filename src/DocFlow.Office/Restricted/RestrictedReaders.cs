using DocFlow.Office.Dossiers;
using DocFlow.Office.People;
using DocFlow.Office.Procedures;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Restricted;

/// <summary>Who may read a restricted text: fixed when it is written, so that changing a field or the procedure later opens it to nobody else.</summary>
internal sealed class RestrictedReaders(IOfficeData data, OfficeDirectory directory)
{
    private const string OfPerson = "person/";
    private const string OfPost = "post/";
    private const char Separator = ',';

    /// <summary>The readers that a field's declaration means, for a text that is written now.</summary>
    public async Task<string> OfAsync(ProcedureField field, Document matter, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var readers = new List<string>();
        foreach (var word in field.RestrictedTo)
        {
            if (word == RestrictedWords.Starter)
                readers.Add(OfPerson + matter.DrafterId);
            else if (RestrictedWords.FieldOf(word) is { } key)
                readers.AddRange(FieldRules.Several(values.GetValueOrDefault(key)).Select(id => OfPerson + id));
            else
                readers.Add(OfPost + await PostAsync(field, word, cancellationToken));
        }

        if (!readers.Exists(reader => reader.StartsWith(OfPerson, StringComparison.Ordinal)))
            throw RefusalException.Invalid($"“{field.Label}”只有写明了可以查阅的人才能填写，请先填写有关人员。");
        return string.Join(Separator, readers.Distinct());
    }

    /// <summary>Only in person: neither a stand-in of the post (B角) nor a delegate (委托代理) reads.</summary>
    public async Task<bool> IncludesAsync(string readers, string personId, CancellationToken cancellationToken)
    {
        var (people, posts) = Split(readers);
        return people.Contains(personId)
            || await directory.InForce().AnyAsync(appointment => appointment.PersonId == personId && !appointment.IsActing && posts.Contains(appointment.PostId), cancellationToken);
    }

    /// <summary>Names of the people, and of the posts.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(string readers, CancellationToken cancellationToken)
    {
        var (people, posts) = Split(readers);
        var names = await data.People.Where(person => people.Contains(person.Id)).OrderBy(person => person.Order).Select(person => person.Name).ToListAsync(cancellationToken);
        var shown = await data.Posts.Where(post => posts.Contains(post.Id)).OrderBy(post => post.Order).Select(post => post.Unit!.Name + post.Name).ToListAsync(cancellationToken);
        return [.. names, .. shown];
    }

    private async Task<string> PostAsync(ProcedureField field, string word, CancellationToken cancellationToken)
    {
        var (unit, name) = (word[..word.IndexOf('/', StringComparison.Ordinal)], word[(word.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        return await data.Posts.Where(post => post.Unit!.Name == unit && post.Name == name).Select(post => post.Id).FirstOrDefaultAsync(cancellationToken)
            ?? throw RefusalException.Invalid($"“{field.Label}”由“{word}”保管，而本单位没有这个岗位，现在不能填写。请联系流程设计人员改正。");
    }

    private static (List<string> People, List<string> Posts) Split(string readers)
    {
        var all = readers.Split(Separator);
        return (Of(OfPerson), Of(OfPost));

        List<string> Of(string kind) => [.. all.Where(reader => reader.StartsWith(kind, StringComparison.Ordinal)).Select(reader => reader[kind.Length..])];
    }
}
