using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace DocFlow.Documents.Checking.Correcting;

/// <summary>Copies a package with some of its parts changed or added; the original stays as it is.</summary>
internal static class PackageCopy
{
    private const long MostBytes = 256 * 1024 * 1024;

    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] With(byte[] original, IReadOnlyDictionary<string, XDocument> parts)
    {
        using var target = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(original, writable: false), ZipArchiveMode.Read))
        using (var copy = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            var left = MostBytes;
            var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var entry in source.Entries.Where(entry => written.Add(entry.FullName)))
            {
                var added = Create(copy, entry.FullName);
                using var stream = added.Open();
                if (parts.TryGetValue(entry.FullName, out var part))
                {
                    Save(part, stream);
                    continue;
                }

                using var content = entry.Open();
                left -= Copy(content, stream, left);
            }

            foreach (var (name, part) in parts.Where(part => written.Add(part.Key)))
            {
                using var stream = Create(copy, name).Open();
                Save(part, stream);
            }
        }

        return target.ToArray();
    }

    // What an entry says of its length may be a lie.
    private static long Copy(Stream source, Stream target, long most)
    {
        var buffer = new byte[81920];
        var total = 0L;
        for (var count = source.Read(buffer); count > 0; count = source.Read(buffer))
        {
            total += count;
            if (total > most)
                throw new UnreadableFileException($"文件展开后超过上限{MostBytes / 1024 / 1024} MB，不予打开。");
            target.Write(buffer, 0, count);
        }

        return total;
    }

    private static ZipArchiveEntry Create(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = EntryTime;
        return entry;
    }

    private static void Save(XDocument part, Stream stream)
    {
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = false, CloseOutput = false });
        part.Save(writer);
    }
}
