using System.Buffers.Binary;
using System.Text;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Tests.Typesetting;

/// <summary>Which faces draw the official families: licensed ones first where their licence allows it, the open set otherwise, none where there is none.</summary>
public sealed class FontLibraryTests : IDisposable
{
    private const string Family = "仿宋_GB2312";

    private readonly string _folder = Directory.CreateTempSubdirectory("docflow-fonts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_licensed_font_comes_first_and_is_no_substitute()
    {
        using var library = Load(fsType: 0x0008);

        Assert.Equal(Family, library.FacesOf(FontRole.FangSong)[0].FamilyName);
        Assert.DoesNotContain(library.Findings, finding => finding.Required == Family);
    }

    [Theory]
    [InlineData(0x0002)]
    [InlineData(0x0100)]
    [InlineData(0x0200)]
    [Trait("Rule", "G-13")]
    public void A_font_that_forbids_embedding_or_subsetting_is_not_used_and_its_substitute_is_reported(int fsType)
    {
        using var library = Load(fsType);

        Assert.DoesNotContain(library.FacesOf(FontRole.FangSong), face => face.FamilyName == Family);
        Assert.Contains(library.Findings, finding => finding.Rule == "G-13" && finding.Required == Family);
    }

    [Theory]
    [InlineData("")]
    [InlineData("OTTO")]
    [InlineData("ttcf\0\0\0\0\u00ff\u00ff\u00ff\u00ff")]
    [InlineData("not a font at all")]
    public void A_broken_font_file_is_passed_over(string content)
    {
        File.WriteAllBytes(Path.Combine(_folder, "broken.ttf"), Encoding.Latin1.GetBytes(content));
        using var library = FontLibrary.Load(FontSettings.FromEnvironment() with { ConfiguredFolder = _folder });

        Assert.True(library.CanDraw);
        Assert.DoesNotContain(library.FacesOf(FontRole.FangSong), face => face.FilePath.StartsWith(_folder, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_any_font_nothing_is_drawn_and_it_is_said_which_is_missing()
    {
        using var library = FontLibrary.Load(new FontSettings(null, _folder));
        Assert.SkipWhen(library.CanDraw, "The official families are installed on this machine.");
        var document = Sources.Read(Sources.Notice());

        Assert.Contains("fetch", Assert.Throws<FontsMissingException>(() => new Typesetter(library).Typeset(document)).Message, StringComparison.Ordinal);
    }

    private FontLibrary Load(int fsType)
    {
        File.WriteAllBytes(Path.Combine(_folder, "office.ttf"), FontFile(fsType));
        return FontLibrary.Load(FontSettings.FromEnvironment() with { ConfiguredFolder = _folder });
    }

    // A font of two tables: what it says of its embedding, and its family's name (OpenType, OS/2 and name).
    private static byte[] FontFile(int fsType)
    {
        var family = Encoding.BigEndianUnicode.GetBytes(Family);
        var names = new byte[6 + 12 + family.Length];
        BinaryPrimitives.WriteUInt16BigEndian(names.AsSpan(2), 1);
        BinaryPrimitives.WriteUInt16BigEndian(names.AsSpan(4), 18);
        ushort[] record = [3, 1, 0x0804, 1, (ushort)family.Length, 0];
        for (var index = 0; index < record.Length; index++)
            BinaryPrimitives.WriteUInt16BigEndian(names.AsSpan(6 + index * 2), record[index]);
        family.CopyTo(names, 18);

        var metrics = new byte[96];
        BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(8), (ushort)fsType);
        const int head = 12 + 2 * 16;
        var file = new byte[head + metrics.Length + names.Length];
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), 2);
        Entry(12, "OS/2", head, metrics.Length);
        Entry(28, "name", head + metrics.Length, names.Length);
        metrics.CopyTo(file, head);
        names.CopyTo(file, head + metrics.Length);
        return file;

        void Entry(int at, string tag, int start, int length)
        {
            Encoding.ASCII.GetBytes(tag, file.AsSpan(at));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at + 8), (uint)start);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at + 12), (uint)length);
        }
    }
}
