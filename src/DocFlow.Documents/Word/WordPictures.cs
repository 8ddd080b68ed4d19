using System.Globalization;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Word;

/// <summary>The pictures that a file embeds, each once, with its relationship.</summary>
internal sealed class WordPictures
{
    private readonly List<byte[]> _pictures = [];

    /// <summary>Relationship id, part name below “word/”, and content.</summary>
    public IEnumerable<(string Id, string Part, byte[] Content)> Parts => _pictures.Select((content, index) => (IdOf(index), $"media/seal{index + 1}.png", content));

    /// <summary>The id of a picture's relationship.</summary>
    public string Add(SealImage image)
    {
        var index = _pictures.FindIndex(known => ReferenceEquals(known, image.Png));
        if (index < 0)
        {
            index = _pictures.Count;
            _pictures.Add(image.Png);
        }

        return IdOf(index);
    }

    private static string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"rIdSeal{index + 1}");
}
