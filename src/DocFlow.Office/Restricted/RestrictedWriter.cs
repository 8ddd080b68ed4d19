using System.Text;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Files;
using DocFlow.Office.Matters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Time;

namespace DocFlow.Office.Restricted;

/// <summary>Puts what was filled into restricted fields aside, sealed. Only adds to the context.</summary>
internal sealed class RestrictedWriter(IOfficeData data, ITextSeal seal, RestrictedReaders readers, KeptFiles files, OfficeClock clock)
{
    /// <summary>Keeps a file sealed among the others, so that the data folder and its copies don't carry it.</summary>
    /// <returns>What stands in the field until it is put aside.</returns>
    public async Task<string> SealFileAsync(MatterFile file, CancellationToken cancellationToken) =>
        new RestrictedFile(file.Name, await files.PutAsync(Encoding.UTF8.GetBytes(seal.Seal(Convert.ToBase64String(file.Content))), cancellationToken)).ToString();

    /// <summary>Replaces new texts by references to them.</summary>
    /// <param name="before">What the version before says: its references stay.</param>
    public async Task PutAsideAsync(
        Document matter, Procedure procedure, Dictionary<string, string> values, IReadOnlyDictionary<string, string> before, CancellationToken cancellationToken)
    {
        foreach (var field in procedure.Fields.Where(field => field.IsRestricted && values.ContainsKey(field.Key)))
        {
            var value = values[field.Key];
            if (RestrictedReference.Is(value) && before.GetValueOrDefault(field.Key) == value)
                continue;
            var content = SealedContent.New(await readers.OfAsync(field, matter, values, cancellationToken), value);
            var text = new RestrictedText
            {
                Id = OfficeId.New(clock.Now),
                DocumentId = matter.Id,
                Key = field.Key,
                Label = field.Label,
                Sealed = seal.Seal(content.ToString()),
                At = clock.Now,
            };
            data.RestrictedTexts.Add(text);
            values[field.Key] = new RestrictedReference(text.Id, content.Digest).ToString();
        }
    }
}
