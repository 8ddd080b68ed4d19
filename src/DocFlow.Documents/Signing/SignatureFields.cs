using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace DocFlow.Documents.Signing;

/// <summary>Finds the signatures among the fields of a PDF's form, each field once and not without end.</summary>
internal sealed class SignatureFields(PdfDocument document)
{
    private const int MostFields = 200;

    private readonly HashSet<(long, int)> _seen = [];
    private readonly List<SignatureValue> _found = [];

    /// <exception cref="InvalidOperationException">Too many fields.</exception>
    public IReadOnlyList<SignatureValue> Find()
    {
        if (Entry<DictionaryToken>(document.Structure.Catalog.CatalogDictionary, "AcroForm") is { } form && Entry<ArrayToken>(form, "Fields") is { } fields)
            Walk(fields);
        return _found;
    }

    private void Walk(ArrayToken fields)
    {
        foreach (var reference in fields.Data.OfType<IndirectReferenceToken>())
        {
            if (_seen.Count >= MostFields)
                throw new InvalidOperationException("More fields than are looked at.");
            if (!_seen.Add((reference.Data.ObjectNumber, reference.Data.Generation)) || document.Structure.GetObject(reference.Data).Data is not DictionaryToken field)
                continue;
            if (Entry<NameToken>(field, "FT")?.Data == "Sig" && Entry<DictionaryToken>(field, "V") is { } value)
                _found.Add(Read(value));
            if (Entry<ArrayToken>(field, "Kids") is { } kids)
                Walk(kids);
        }
    }

    private SignatureValue Read(DictionaryToken value) => new(
        Entry<ArrayToken>(value, "ByteRange")?.Data is [NumericToken { Int: 0 }, NumericToken start, NumericToken end, NumericToken rest] ? new SignedRange(start.Int, end.Int, rest.Int) : null,
        Entry<HexToken>(value, "Contents")?.Bytes.ToArray() ?? [],
        Entry<NameToken>(value, "SubFilter")?.Data,
        (Entry<StringToken>(value, "M") as IDataToken<string> ?? Entry<HexToken>(value, "M"))?.Data);

    private T? Entry<T>(DictionaryToken of, string name)
        where T : class, IToken =>
        of.Data.GetValueOrDefault(name) switch
        {
            T token => token,
            IndirectReferenceToken reference => document.Structure.GetObject(reference.Data).Data as T,
            _ => null,
        };
}
