using System.Collections.Concurrent;
using DocFlow.Documents.Checking;

namespace DocFlow.Documents.Typesetting.Fonts;

/// <summary>
/// The faces that draw each official family, best first: the office's own licensed fonts, then the fetched open set. A character
/// that the first face lacks is looked for in the next, so that no missing-glyph box is ever drawn.
/// </summary>
public sealed class FontLibrary : IDisposable
{
    private static readonly Dictionary<FontRole, string[]> OpenSet = new()
    {
        [FontRole.FangSong] = ["FandolFang-Regular.otf", "NotoSerifSC_400Regular.ttf"],
        [FontRole.Kai] = ["FandolKai-Regular.otf", "NotoSerifSC_400Regular.ttf"],
        [FontRole.Hei] = ["FandolHei-Regular.otf", "NotoSerifSC_700Bold.ttf"],
        [FontRole.Song] = ["NotoSerifSC_400Regular.ttf", "FandolFang-Regular.otf"],
        [FontRole.XiaoBiaoSong] = ["NotoSerifSC_700Bold.ttf", "FandolSong-Bold.otf", "NotoSerifSC_400Regular.ttf"],
    };

    private readonly ConcurrentDictionary<FontFace, LoadedFace> _loaded = new();
    private readonly Dictionary<FontRole, IReadOnlyList<FontFace>> _faces;

    private FontLibrary(Dictionary<FontRole, IReadOnlyList<FontFace>> faces, IReadOnlyList<Finding> findings)
    {
        _faces = faces;
        Findings = findings;
    }

    /// <summary>Families that are drawn by a substitute, one finding each.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Whether every family has a face, so that pages can be drawn.</summary>
    public bool CanDraw => _faces.Values.All(faces => faces.Count > 0);

    /// <summary>Looks for the faces; none is opened before it is used.</summary>
    public static FontLibrary Load(FontSettings settings)
    {
        var installed = new Lazy<IReadOnlyList<InstalledFont>>(() => InstalledFont.Find(settings.ConfiguredFolder));
        var faces = new Dictionary<FontRole, IReadOnlyList<FontFace>>();
        var findings = new List<Finding>();
        foreach (var role in Enum.GetValues<FontRole>())
        {
            var official = OfficialFamilies.NamesOf(role)
                .SelectMany(name => installed.Value.Where(font => font.Names.Families.Contains(name)))
                .Where(font => font.Names.MayBeEmbedded)
                .Select(font => font.Face);
            var open = OpenSet[role]
                .Select(name => Path.Combine(settings.OpenSetFolder, name))
                .Where(File.Exists)
                .Select(path => new FontFace(path, Path.GetFileNameWithoutExtension(path), Path.GetFileNameWithoutExtension(path).Replace('_', '-'), path, 0));
            var found = official.Concat(open).Distinct().ToList();
            faces[role] = found;
            if (found.Count > 0 && !OfficialFamilies.NamesOf(role).Contains(found[0].FamilyName))
                findings.Add(Substitution(role, found[0]));
        }

        return new FontLibrary(faces, findings);
    }

    /// <summary>The faces of a family, best first.</summary>
    /// <exception cref="FontsMissingException">No face was found.</exception>
    public IReadOnlyList<FontFace> FacesOf(FontRole role) =>
        _faces[role] is { Count: > 0 } faces ? faces : throw new FontsMissingException(OfficialFamilies.WordName(role));

    /// <summary>The face, opened; kept open until the library is disposed.</summary>
    public LoadedFace Open(FontFace face) => _loaded.GetOrAdd(face, static key => new LoadedFace(key));

    public void Dispose()
    {
        foreach (var face in _loaded.Values)
            face.Dispose();
        _loaded.Clear();
    }

    private static Finding Substitution(FontRole role, FontFace face) =>
        new("G-13", FindingSeverity.Warning, $"本机没有“{OfficialFamilies.WordName(role)}”，页面用“{face.FamilyName}”代替绘制。")
        {
            Clause = "5.2.2",
            Strength = "惯例",
            Measured = face.FamilyName,
            Required = OfficialFamilies.WordName(role),
            Fix = "把有授权的字体放入 DOCFLOW_FONTS 所指的文件夹；Word 文件已写明规定字体。",
        };
}
